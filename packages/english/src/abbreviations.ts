/**
 * Abbreviations that keep their full stop, in lower case and without it. Written for this project.
 * A `title` always has a name after it; an `open` one may also end a sentence.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const titleAbbreviations = words(`
  mr mrs ms messrs mme mlle dr prof rev fr sr hon pres gov lt col gen maj capt cmdr cpl sgt pvt adm brig
  sen sens reps rep govs gens cols lts profs drs revs supt insp det atty amb sec st ste ft mt vs v viz cf approx ca dept univ assn ave blvd rd
  e.g i.e op cit eds trans vol vols pp pg ed nos ph`);

export const openAbbreviations = words(`
  jr inc corp ltd co cos bros plc llc etc al esq est ext tel ref messrs a.m p.m a.k.a u.s u.k u.n u.s.a e.u d.c
  ph.d m.d b.a m.a b.sc m.sc ll.b n.y l.a min max hr hrs mins secs ea incl excl arr dep
  ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa
  tenn tex va vt wash wis wyo`);

/** Written with a capital and followed by a number or comma; otherwise an ordinary word ends here: "Sat.", "No. 5". */
export const numberAbbreviations = words(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no fig figs art p ch sect`);

/** Abbreviations among these that are also words: only with a capital ("Ill." but "is ill."). */
export const capitalOnly = words(
  "hon pres gov gen col ref min max ind mass miss del ill wash ore ark ala conn pa ma va ga mo md ed det sec mt dep ext tel ft trans est fig art co sat sun mar fr sr",
);

/** Words that open sentences far more often than they follow "U.S." or "Inc." inside one. */
export const sentenceOpeners = words(`
  the a an this that these those he she it they we you i his her its their our my there here in on at by for from
  with without to as of about after before during since until while when where why how what who which if although
  though because however but and or so yet nor both each every some many most several few all any no not also
  then now later earlier meanwhile instead moreover still even only once despite according under over between
  among amid through against within last next one two three yesterday today tomorrow asked speaking is are was were
  do does did can could will would should may might have has had let please read see click`);

/** Verbs of saying: `"Is it over?" Smith asked.` is one sentence. */
export const sayingVerbs = words(`
  said says asked asks told tells added adds replied replies wrote writes shouted shouts cried cries exclaimed
  wondered wonders tweeted posted answered answers continued continues joked quipped demanded demands insisted`);

/** Words that leave their hyphen unsplit, as in Universal Dependencies for English: "non-violent", "mid-1980s". */
export const hyphenPrefixes = words(`
  non e mid anti re co pre pro cross post semi over sub pan multi ex counter mini inter micro intra neo socio psycho
  un vice ultra pseudo quasi proto crypto bi tri poly trans extra de dis mis out under meta uh mm`);

/** Endings of names with dots in them that are written without spaces: "example.com", "report.pdf". */
export const dottedEndings = words(`
  com org net edu gov mil info biz io ai tv uk us ru ir de fr cn in eu co ca au il ua tr sa ch it es jp me
  html htm php asp aspx js ts py doc docx pdf xls xlsx ppt txt jpg jpeg png gif mp3 mp4 zip csv url exe`);
