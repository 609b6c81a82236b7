/**
 * What the months are called: names, forms in dates, and short forms of some seventy languages as Unicode's CLDR has
 * them, and a few that the press uses besides. In small letters without accents, as `fold` makes them; "_" stands for a
 * space. Where two languages mean different months by one word, the one read more comes first; `dotted` has the others.
 */
const names: readonly string[] = [
  // January
  "january jan januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen sty ledna leden led января январь янв січня січень січ ocak oca يناير كانون_الثاني جانفي ژانویه ינואר ינו׳ ιανουαριου ιαν tammikuuta tammikuu tammi ianuarie ian януари јануар јан januara sijecnja sijecanj sij јануари студзеня студзень сту jaanuar jaan janvaris sausio sausis janar gener xaneiro xan urtarrila urt ionawr ion eanair ean jannar januarie yanvar yan қаңтар қаң იანვარი იან հունվարի հունվար հնվ جنوری جنوري जनवरी जन॰ জানুয়ারি জানু जानेवारी जाने જાન્યુઆરી જાન્યુ ਜਨਵਰੀ ਜਨ ஜனவரி ஜன జనవరి జన ಜನವರಿ ಜನ ജനുവരി ജനു มกราคม ม.ค ມັງກອນ ມ.ກ មករា ဇန်နဝါရီ ဇန် ጃንዋሪ ጃን jaenner јануара januarja janvari בינואר",
  // February
  "february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego luty lut unora unor uno февраля февраль февр лютого лютии лют subat sub فبراير شباط فيفري فوریه פברואר פבר׳ φεβρουαριου φεβ febr helmikuuta helmikuu helmi februarie февруари фебруар феб februara veljace veljaca velj фев лютага люты veebruar veebr februaris vasario vasaris shkurt shk febrer febreiro otsaila ots chwefror chwef chw feabhra feabh frar fra fevral ақпан ақп თებერვალი თებ փետրվարի փետրվար փտվ فروری فبروري فېبروري फ़रवरी फ़र॰ ফেব্রুয়ারি ফেব फेब्रुवारी फेब्रु फेब्रुअरी ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర ಫೆಬ್ರವರಿ ಫೆಬ್ರ ഫെബ്രുവരി ഫെബ്രു กุมภาพันธ์ ก.พ ກຸມພາ ກ.ພ កុម្ភៈ ဖေဖော်ဝါရီ ဖေ pebrero peb ፌብሩዋሪ ፌብ фебруара februarja בפברואר फरवरी",
  // March
  "march mar marz mars marzo marco maart mrt marts marca marzec brezna brezen bre марта март мар березня березень бер mart مارس آذار מרץ μαρτιου μαρ marcius marc maaliskuuta maaliskuu maalis martie marec ozujka ozujak ozu сакавіка сакавік сак kovo kovas martxoa mawrth maw marta marzu maerz mae наурыз нау მარტი მარ մարտի մարտ մրտ مارچ मार्च মার্চ માર્ચ ਮਾਰਚ மார்ச் மார் మార్చి ಮಾರ್ಚ್ മാർച്ച് മാർ มีนาคม มี.ค ມີນາ ມ.ນ មីនា မတ် maret mac marso machi ማርች mrz במרץ",
  // April
  "april apr avril avr abril abr aprile kwietnia kwiecien kwi dubna duben dub апреля апрель апр квітня квітень квіт nisan nis ابريل نيسان افريل آوریل אפריל אפר׳ απριλιου απρ aprilis huhtikuuta huhtikuu huhti aprilie април aprila travnja travanj tra красавіка красавік кра aprill balandzio balandis prill pri apirila api ebrill ebr aibrean aib abrell aprel сәуір сәу აპრილი აპრ ապրիլի ապրիլ ապր اپریل अप्रैल এপ্রিল এপ্রি एप्रिल एप्रि अप्रिल એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి ಏಪ್ರಿಲ್ ಏಪ್ರಿ ഏപ്രിൽ ഏപ്രി เมษายน เม.ย ເມສາ ມ.ສ មេសា ဧပြီ aprili ኤፕሪል ኤፕሪ априла באפריל",
  // May
  "may mai mayo maggio mag maio mei maj maja kvetna kveten kve мая маи травня травень трав mayıs مايو ايار ماي مه מאי μαιου μαι majus toukokuuta toukokuu touko мај svibnja svibanj svi maijs geguzes geguze maig maiatza bealtaine beal mejju mej mee мамыр мам მაისი მაი մայիսի մայիս մյս ميی مۍ मई মে मे મે ਮਈ மே మే ಮೇ മേയ് พฤษภาคม พ.ค ພຶດສະພາ ພ.ພ ឧសភា မေ ሜይ mayis маја maija במאי",
  // June
  "june jun juni juin junio giugno giu junho czerwca czerwiec cze cervna cerven cvn июня июнь июн червня червень черв haziran haz يونيو حزيران جوان ژوين יוני ιουνιου ιουν junius kesakuuta kesakuu kesa iunie iun юни јун juna junij lipnja lipanj јуни чэрвеня чэрвень чэр juuni junijs birzelio birzelis qershor qer juny xuno ekaina eka mehefin meh meitheamh meith gunju gun junie iyun iyn маусым мау ივნისი ივნ հունիսի հունիս հնս جون जून জুন जुन જૂન ਜੂਨ ஜூன் జూన్ ಜೂನ್ ജൂൺ มิถุนายน มิ.ย ມິຖຸນາ ມິ.ຖ មិថុនា ဇွန် hunyo hun ጁን јуна junija ביוני",
  // July
  "july jul juli juillet juil julio luglio lug julho lipca lipiec lip cervence cervenec cvc июля июль июл липня липень лип temmuz tem يوليو تموز يوليوز جويلية ژويیه יולי ιουλιου ιουλ julius heinakuuta heinakuu heina iulie iul юли јул jula julij srpnja srpanj јули ліпеня ліпень ліп juuli julijs liepos liepa korrik korr juliol xullo xul uztaila uzt gorffennaf gorff gor iuil lulju lul julie iyul iyl шілде шіл ივლისი ივლ հուլիսի հուլիս հլս جولايی جولای जुलाई जुल॰ জুলাই জুল जुलै જુલાઈ ਜੁਲਾਈ ਜੁਲਾ ஜூலை జులై ಜುಲೈ ജൂലൈ กรกฎาคม ก.ค ກໍລະກົດ ກ.ລ កក្កដា ဇူလိုင် ဇူ julai hulyo hul ጁላይ јула julija ביולי",
  // August
  "august aug aout agosto ago augustus augusti sierpnia sierpien sie srpna srpen августа август авг серпня серпень серп agustos agu اغسطس آب غشت اوت אוגוסט אוג׳ αυγουστου αυγ augusztus elokuuta elokuu elo avgust avg augusta kolovoza kolovoz kol жніуня жнівень жні augusts rugpjucio rugpjutis agust gusht gush agost abuztua abu awst lunasa lun awwissu aww avqust avq тамыз там აგვისტო აგვ օգոստոսի օգոստոս օգս اگست اګست अगस्त अग॰ আগস্ট আগ ऑगस्ट ऑग अगस्ट ઑગસ્ટ ਅਗਸਤ ਅਗ ஆகஸ்ட் ஆக ఆగస్టు ఆగ ಆಗಸ್ಟ್ ಆಗ ഓഗസ്റ്റ് ഓഗ สิงหาคม ส.ค ສິງຫາ ສ.ຫ សីហា ဩဂုတ် agustus ogos ogo agosti ኦገስት ኦገስ avgusta באוגוסט",
  // September
  "september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien wrz zari zar сентября сентябрь сент вересня вересень вер eylul eyl سبتمبر ايلول شتنبر سپتامبر ספטמבר ספט׳ σεπτεμβριου σεπ szeptember szept syyskuuta syyskuu syys septembrie септември септембар сеп septembar septembra rujna rujan ruj верасня верасень septembris rugsejo rugsejis shtator sht setembre iraila ira medi mean_fomhair mfomh settembru sentyabr sen sentabr қыркүиек қыр სექტემბერი სექ սեպտեմբերի սեպտեմբեր սեպ ستمبر سېپتمبر سپتمبر सितंबर सित॰ সেপ্টেম্বর সেপ সেপ্ট सप्टेंबर सप्टें सेप्टेम्बर સપ્ટેમ્બર સપ્ટે ਸਤੰਬਰ ਸਤੰ செப்டம்பர் செப் సెప్టెంబర్ సెప్టెం ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ സെപ്റ്റംബർ സെപ്റ്റം กันยายน ก.ย ກັນຍາ ກ.ຍ កញ្ញា စက်တင်ဘာ စက် setyembre septemba ሴፕቴምበር ሴፕቴ setiembre сен септембра septembri בספטמבר",
  // October
  "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen rij октября октябрь окт жовтня жовтень жовт ekim eki اكتوبر تشرين_الاول اکتبر אוקטובר אוק׳ οκτωβριου οκτ lokakuuta lokakuu loka octombrie октомври октобар oktobar oktobra кастрычніка кастрычнік кас oktoober oktobris spalio spalis tetor tet urria urr hydref hyd deireadh_fomhair dfomh ottubru oktyabr oktabr қазан қаз ოქტომბერი ოქტ հոկտեմբերի հոկտեմբեր հոկ اکتوبر अक्टूबर अक्टू॰ অক্টোবর অক্টো ऑक्टोबर ऑक्टो अक्टोबर ઑક્ટોબર ઑક્ટો ਅਕਤੂਬਰ ਅਕਤੂ அக்டோபர் அக் అక్టోబర్ అక్టో ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ ഒക്ടോ ตุลาคม ต.ค ຕຸລາ ຕ.ລ តុលា အောက်တိုဘာ အောက် oktubre oktoba ኦክቶበር ኦክቶ октобра oktobri באוקטובר",
  // November
  "november nov novembre noviembre novembro listopada listopad lis listopadu ноября ноябрь нояб листопада листопад лист kasım kas نوفمبر تشرين_الثاني نونبر نوامبر נובמבר נוב׳ νοεμβριου νοε marraskuuta marraskuu marras noiembrie ноември новембар нов novembar novembra studenoga studeni stu ное лістапада лістапад ліс novembris lapkricio lapkritis nentor nen azaroa aza tachwedd tach samhain samh novembru noyabr noy қараша қар ნოემბერი ნოე նոյեմբերի նոյեմբեր նոյ نومبر नवंबर नव॰ নভেম্বর নভে नोव्हेंबर नोव्हें नोभेम्बर નવેમ્બર નવે ਨਵੰਬਰ ਨਵੰ நவம்பர் நவ నవంబర్ నవం ನವೆಂಬರ್ ನವೆಂ നവംബർ നവം พฤศจิกายน พ.ย ພະຈິກ ພ.ຈ វិច្ឆិកា နိုဝင်ဘာ နို nobyembre nob novemba ኖቬምበር ኖቬም kasim ноя новембра studenog novembri בנובמבר",
  // December
  "december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudnia grudzien gru prosince prosinec pro декабря декабрь дек грудня грудень груд aralık ara ديسمبر كانون_الاول دجنبر دسامبر דצמבר דצמ׳ δεκεμβριου δεκ joulukuuta joulukuu joulu decembrie декември децембар дец decembar decembra prosinca prosinac снежня снежань сне detsember dets decembris gruodzio gruodis dhjetor dhj desembre decembro abendua abe rhagfyr rhag nollaig noll dicembru dekabr dek желтоқсан жел დეკემბერი დეკ դեկտեմբերի դեկտեմբեր դեկ دسمبر दिसंबर दिस॰ ডিসেম্বর ডিসে डिसेंबर डिसें डिसेम्बर ડિસેમ્બર ડિસે ਦਸੰਬਰ ਦਸੰ டிசம்பர் டிச డిసెంబర్ డిసెం ಡಿಸೆಂಬರ್ ಡಿಸೆಂ ഡിസംബർ ഡിസം ธันวาคม ธ.ค ທັນວາ ທ.ວ ធ្នូ ဒီဇင်ဘာ ဒီ disember dis disyembre desemba ዲሴምበር ዲሴም aralik децембра decembri בדצמבר",
];

/**
 * Croatian writes a full stop behind the day, Polish does not: "9. listopada" is in October, "9 listopada" in November.
 * "srp" is July to the one and August to a Czech, both with a full stop: no date.
 */
const dotted: ReadonlyMap<string, number> = new Map([
  ["listopada", 10],
  ["listopad", 10],
  ["lis", 10],
  ["lip", 6],
]);

const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) => line.split(" ").map((name) => [name.replace("_", " "), index + 1] as const)),
);

/** Small letters without accents; vowel signs of Indian scripts stay, since they tell months apart. */
const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0654\u200c\u200d]/g, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

/**
 * The number of a month, 1 to 12, by its name in any of the languages; undefined for any other word.
 * @example monthOf("března") // 3
 */
export function monthOf(name: string, afterDot = false): number | undefined {
  const folded = fold(name).replace(/\s+/g, " ");
  const bare = folded.startsWith("ב") ? folded.slice(1) : folded;
  return (afterDot ? dotted.get(folded) : undefined) ?? numbers.get(folded) ?? numbers.get(bare);
}

/** Source of a pattern that any month's name meets, as most other words do: `monthOf` decides. For the flags "iu". */
export const monthWord =
  "(?:كانون|تشرين)\\s\\p{L}{2,8}|(?:meán|deireadh) fómhair|\\p{L}{1,2}\\p{M}*\\.\\p{L}|\\p{L}[\\p{L}\\p{M}’'ʼ׳॰\\u200c\\u200d]{1,20}";
