/** One thing that full-text search found. */
export interface FoundRow {
  readonly kind: string;
  readonly id: string;
  readonly article: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
  readonly label: string | null;
  readonly date: string | null;
}

export interface Found {
  readonly total: number;
  readonly rows: readonly FoundRow[];
  readonly next: string | null;
}
