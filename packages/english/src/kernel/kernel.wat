;; What the network computes, in sixteen-byte vectors. Addresses are bytes, counts are numbers. Products go four rows by
;; eight columns at a time: rows of A and C come in fours and columns of B and C in eights, which callers pad. Row-major
;; everywhere but for `$gemm_i16`'s B. Nothing is checked here.
(module
  (import "env" "memory" (memory 1))

  ;; C[m×n] = A[m×k] · B[n×k]ᵀ for 16-bit integers, C 32 bits wide. B is packed: for each eight columns, for each pair of
  ;; k, the eight columns' two numbers side by side, so that one broadcast pair of A meets four columns in one dot product.
  (func (export "gemm_i16") (param $a i32) (param $b i32) (param $c i32) (param $m i32) (param $k i32) (param $n i32)
    (local $i i32) (local $j i32) (local $p i32) (local $pb i32) (local $pc i32)
    (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $end i32)
    (local $x v128) (local $b0 v128) (local $b1 v128)
    (local $c00 v128) (local $c01 v128) (local $c10 v128) (local $c11 v128)
    (local $c20 v128) (local $c21 v128) (local $c30 v128) (local $c31 v128)
    (loop $rows
      (local.set $pb (local.get $b))
      (local.set $j (i32.const 0))
      (loop $columns
        (local.set $a0 (i32.add (local.get $a) (i32.mul (i32.mul (local.get $i) (local.get $k)) (i32.const 2))))
        (local.set $a1 (i32.add (local.get $a0) (i32.mul (local.get $k) (i32.const 2))))
        (local.set $a2 (i32.add (local.get $a1) (i32.mul (local.get $k) (i32.const 2))))
        (local.set $a3 (i32.add (local.get $a2) (i32.mul (local.get $k) (i32.const 2))))
        (local.set $end (local.get $a1))
        (local.set $c00 (v128.const i32x4 0 0 0 0)) (local.set $c01 (v128.const i32x4 0 0 0 0))
        (local.set $c10 (v128.const i32x4 0 0 0 0)) (local.set $c11 (v128.const i32x4 0 0 0 0))
        (local.set $c20 (v128.const i32x4 0 0 0 0)) (local.set $c21 (v128.const i32x4 0 0 0 0))
        (local.set $c30 (v128.const i32x4 0 0 0 0)) (local.set $c31 (v128.const i32x4 0 0 0 0))
        (loop $pairs
          (local.set $b0 (v128.load (local.get $pb)))
          (local.set $b1 (v128.load offset=16 (local.get $pb)))
          (local.set $x (v128.load32_splat (local.get $a0)))
          (local.set $c00 (i32x4.add (local.get $c00) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c01 (i32x4.add (local.get $c01) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a1)))
          (local.set $c10 (i32x4.add (local.get $c10) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c11 (i32x4.add (local.get $c11) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a2)))
          (local.set $c20 (i32x4.add (local.get $c20) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c21 (i32x4.add (local.get $c21) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a3)))
          (local.set $c30 (i32x4.add (local.get $c30) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c31 (i32x4.add (local.get $c31) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $pb (i32.add (local.get $pb) (i32.const 32)))
          (local.set $a1 (i32.add (local.get $a1) (i32.const 4)))
          (local.set $a2 (i32.add (local.get $a2) (i32.const 4)))
          (local.set $a3 (i32.add (local.get $a3) (i32.const 4)))
          (local.set $a0 (i32.add (local.get $a0) (i32.const 4)))
          (br_if $pairs (i32.lt_u (local.get $a0) (local.get $end))))
        (local.set $pc (i32.add (local.get $c)
          (i32.mul (i32.add (i32.mul (local.get $i) (local.get $n)) (local.get $j)) (i32.const 4))))
        (v128.store (local.get $pc) (local.get $c00)) (v128.store offset=16 (local.get $pc) (local.get $c01))
        (local.set $pc (i32.add (local.get $pc) (i32.mul (local.get $n) (i32.const 4))))
        (v128.store (local.get $pc) (local.get $c10)) (v128.store offset=16 (local.get $pc) (local.get $c11))
        (local.set $pc (i32.add (local.get $pc) (i32.mul (local.get $n) (i32.const 4))))
        (v128.store (local.get $pc) (local.get $c20)) (v128.store offset=16 (local.get $pc) (local.get $c21))
        (local.set $pc (i32.add (local.get $pc) (i32.mul (local.get $n) (i32.const 4))))
        (v128.store (local.get $pc) (local.get $c30)) (v128.store offset=16 (local.get $pc) (local.get $c31))
        (local.set $j (i32.add (local.get $j) (i32.const 8)))
        (br_if $columns (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $m)))))

  ;; C[m×n] = (keep ? C : 0) + A[m×k] · B[k×n], 32-bit floats: for training.
  (func (export "gemm_f32") (param $a i32) (param $b i32) (param $c i32) (param $m i32) (param $k i32) (param $n i32)
    (param $keep i32)
    (local $i i32) (local $j i32) (local $pb i32) (local $pc i32) (local $step i32)
    (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $end i32)
    (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $x v128) (local $b0 v128) (local $b1 v128)
    (local $c00 v128) (local $c01 v128) (local $c10 v128) (local $c11 v128)
    (local $c20 v128) (local $c21 v128) (local $c30 v128) (local $c31 v128)
    (local.set $step (i32.mul (local.get $n) (i32.const 4)))
    (loop $rows
      (local.set $j (i32.const 0))
      (loop $columns
        (local.set $pb (i32.add (local.get $b) (i32.mul (local.get $j) (i32.const 4))))
        (local.set $a0 (i32.add (local.get $a) (i32.mul (i32.mul (local.get $i) (local.get $k)) (i32.const 4))))
        (local.set $a1 (i32.add (local.get $a0) (i32.mul (local.get $k) (i32.const 4))))
        (local.set $a2 (i32.add (local.get $a1) (i32.mul (local.get $k) (i32.const 4))))
        (local.set $a3 (i32.add (local.get $a2) (i32.mul (local.get $k) (i32.const 4))))
        (local.set $end (local.get $a1))
        (local.set $pc (i32.add (local.get $c)
          (i32.mul (i32.add (i32.mul (local.get $i) (local.get $n)) (local.get $j)) (i32.const 4))))
        (local.set $c1 (i32.add (local.get $pc) (local.get $step)))
        (local.set $c2 (i32.add (local.get $c1) (local.get $step)))
        (local.set $c3 (i32.add (local.get $c2) (local.get $step)))
        (if (local.get $keep)
          (then
            (local.set $c00 (v128.load (local.get $pc))) (local.set $c01 (v128.load offset=16 (local.get $pc)))
            (local.set $c10 (v128.load (local.get $c1))) (local.set $c11 (v128.load offset=16 (local.get $c1)))
            (local.set $c20 (v128.load (local.get $c2))) (local.set $c21 (v128.load offset=16 (local.get $c2)))
            (local.set $c30 (v128.load (local.get $c3))) (local.set $c31 (v128.load offset=16 (local.get $c3))))
          (else
            (local.set $c00 (v128.const i32x4 0 0 0 0)) (local.set $c01 (v128.const i32x4 0 0 0 0))
            (local.set $c10 (v128.const i32x4 0 0 0 0)) (local.set $c11 (v128.const i32x4 0 0 0 0))
            (local.set $c20 (v128.const i32x4 0 0 0 0)) (local.set $c21 (v128.const i32x4 0 0 0 0))
            (local.set $c30 (v128.const i32x4 0 0 0 0)) (local.set $c31 (v128.const i32x4 0 0 0 0))))
        (loop $inner
          (local.set $b0 (v128.load (local.get $pb)))
          (local.set $b1 (v128.load offset=16 (local.get $pb)))
          (local.set $x (v128.load32_splat (local.get $a0)))
          (local.set $c00 (f32x4.add (local.get $c00) (f32x4.mul (local.get $x) (local.get $b0))))
          (local.set $c01 (f32x4.add (local.get $c01) (f32x4.mul (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a1)))
          (local.set $c10 (f32x4.add (local.get $c10) (f32x4.mul (local.get $x) (local.get $b0))))
          (local.set $c11 (f32x4.add (local.get $c11) (f32x4.mul (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a2)))
          (local.set $c20 (f32x4.add (local.get $c20) (f32x4.mul (local.get $x) (local.get $b0))))
          (local.set $c21 (f32x4.add (local.get $c21) (f32x4.mul (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a3)))
          (local.set $c30 (f32x4.add (local.get $c30) (f32x4.mul (local.get $x) (local.get $b0))))
          (local.set $c31 (f32x4.add (local.get $c31) (f32x4.mul (local.get $x) (local.get $b1))))
          (local.set $pb (i32.add (local.get $pb) (local.get $step)))
          (local.set $a1 (i32.add (local.get $a1) (i32.const 4)))
          (local.set $a2 (i32.add (local.get $a2) (i32.const 4)))
          (local.set $a3 (i32.add (local.get $a3) (i32.const 4)))
          (local.set $a0 (i32.add (local.get $a0) (i32.const 4)))
          (br_if $inner (i32.lt_u (local.get $a0) (local.get $end))))
        (v128.store (local.get $pc) (local.get $c00)) (v128.store offset=16 (local.get $pc) (local.get $c01))
        (v128.store (local.get $c1) (local.get $c10)) (v128.store offset=16 (local.get $c1) (local.get $c11))
        (v128.store (local.get $c2) (local.get $c20)) (v128.store offset=16 (local.get $c2) (local.get $c21))
        (v128.store (local.get $c3) (local.get $c30)) (v128.store offset=16 (local.get $c3) (local.get $c31))
        (local.set $j (i32.add (local.get $j) (i32.const 8)))
        (br_if $columns (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $m)))))

  ;; out = numbers · worth + bias, row by row: what `$gemm_i16` counted, as floats. `cols` in fours.
  (func (export "scale") (param $from i32) (param $worth i32) (param $bias i32) (param $to i32) (param $rows i32)
    (param $cols i32)
    (local $c i32)
    (local.set $cols (i32.mul (local.get $cols) (i32.const 4)))
    (loop $row
      (local.set $c (i32.const 0))
      (loop $column
        (v128.store (i32.add (local.get $to) (local.get $c))
          (f32x4.add
            (f32x4.mul
              (f32x4.convert_i32x4_s (v128.load (i32.add (local.get $from) (local.get $c))))
              (v128.load (i32.add (local.get $worth) (local.get $c))))
            (v128.load (i32.add (local.get $bias) (local.get $c)))))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (br_if $column (i32.lt_u (local.get $c) (local.get $cols))))
      (local.set $from (i32.add (local.get $from) (local.get $cols)))
      (local.set $to (i32.add (local.get $to) (local.get $cols)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows))))

  ;; to += from, `count` floats in fours.
  (func (export "add") (param $from i32) (param $to i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (i32.mul (local.get $count) (i32.const 4))))
    (loop $next
      (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end)))))

  (func $softsign (param $x v128) (result v128)
    (f32x4.div (local.get $x)
      (f32x4.add (v128.const f32x4 1 1 1 1) (f32x4.abs (local.get $x)))))

  ;; Softsign in place, `count` floats in fours.
  (func (export "squash") (param $at i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $at) (i32.mul (local.get $count) (i32.const 4))))
    (loop $next
      (v128.store (local.get $at) (call $softsign (v128.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end)))))

  ;; Floats times `steps`, rounded, as 16-bit integers; `count` in eights.
  (func (export "quantise") (param $from i32) (param $to i32) (param $count i32) (param $steps f32)
    (local $end i32) (local $by v128)
    (local.set $by (f32x4.splat (local.get $steps)))
    (local.set $end (i32.add (local.get $from) (i32.mul (local.get $count) (i32.const 4))))
    (loop $next
      (v128.store (local.get $to)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load (local.get $from)) (local.get $by))))
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest (f32x4.mul (v128.load offset=16 (local.get $from)) (local.get $by))))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end)))))

  ;; One direction of a gated layer: for `n` words, `step` bytes apart in `pre` (gates, then candidates, h each) and
  ;; `outStep` bytes apart in `out`, adds to `out` what each of `h` units remembers. Steps are negative from right to left.
  (func (export "recur") (param $pre i32) (param $out i32) (param $n i32) (param $h i32) (param $step i32)
    (param $outStep i32)
    (local $z i32) (local $to i32) (local $k i32) (local $j i32) (local $memory v128)
    (local.set $h (i32.mul (local.get $h) (i32.const 4)))
    (loop $unit
      (local.set $memory (v128.const i32x4 0 0 0 0))
      (local.set $z (i32.add (local.get $pre) (local.get $j)))
      (local.set $to (i32.add (local.get $out) (local.get $j)))
      (local.set $k (local.get $n))
      (loop $word
        (local.set $memory
          (f32x4.add (local.get $memory)
            (f32x4.mul
              (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
                (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (call $softsign (v128.load (local.get $z)))))
              (f32x4.sub
                (call $softsign (v128.load (i32.add (local.get $z) (local.get $h))))
                (local.get $memory)))))
        (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to)) (local.get $memory)))
        (local.set $z (i32.add (local.get $z) (local.get $step)))
        (local.set $to (i32.add (local.get $to) (local.get $outStep)))
        (local.set $k (i32.sub (local.get $k) (i32.const 1)))
        (br_if $word (local.get $k)))
      (local.set $j (i32.add (local.get $j) (i32.const 16)))
      (br_if $unit (i32.lt_u (local.get $j) (local.get $h)))))
)
