/**
 * Places that are no country and no capital but known everywhere: the parts of large federations, and cities of the
 * world by size and by what the news says of them. General knowledge, lower case; what the article says of a name
 * goes before it ("Orlando said", "Mr Florence").
 */
const lines = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s*[\n,]\s*/u)
      .filter(Boolean),
  );

export const knownPlaces = lines(`
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois
indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri
montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma
oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia
west virginia, wisconsin, wyoming, district of columbia
alberta, british columbia, manitoba, new brunswick, newfoundland, nova scotia, ontario, quebec, saskatchewan, yukon
new south wales, queensland, south australia, tasmania, western australia
bavaria, saxony, hesse, brandenburg, thuringia, catalonia, andalusia, galicia, basque country, brittany, normandy
alsace, provence, burgundy, tuscany, sicily, sardinia, lombardy, piedmont, crete, flanders, wallonia, bohemia, moravia
silesia, galilee, golan heights, gaza, gaza strip, west bank, sinai, kurdistan, anatolia, crimea, donbas, donbass
donetsk, luhansk, chechnya, dagestan, tatarstan, siberia, transnistria, abkhazia, south ossetia, nagorno-karabakh
kashmir, punjab, sindh, balochistan, gujarat, kerala, tamil nadu, karnataka, maharashtra, rajasthan, uttar pradesh
bihar, west bengal, assam, tibet, xinjiang, inner mongolia, guangdong, sichuan, yunnan, hunan, hubei, henan, manchuria
hokkaido, okinawa, java, sumatra, bali, borneo, aceh, mindanao, luzon, darfur, tigray, somaliland, puntland, biafra
katanga, kivu, zanzibar, patagonia, amazonia, yucatan, chiapas, cornwall, devon, yorkshire, kent, sussex, essex
surrey, norfolk, suffolk, dorset, somerset, cumbria, northumberland, ulster, connaught, munster, leinster
new york city, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin
jacksonville, fort worth, columbus, charlotte, san francisco, indianapolis, seattle, denver, boston, el paso, nashville
detroit, oklahoma city, portland, las vegas, memphis, louisville, baltimore, milwaukee, albuquerque, tucson, fresno
sacramento, kansas city, atlanta, omaha, raleigh, miami, long beach, virginia beach, oakland, minneapolis, tulsa, tampa
new orleans, wichita, cleveland, honolulu, anaheim, pittsburgh, cincinnati, st. louis, st louis, orlando, buffalo
salt lake city, silicon valley, hollywood, manhattan, brooklyn, queens, bronx, staten island, harlem, cape canaveral
toronto, montreal, vancouver, calgary, edmonton, winnipeg, halifax, guadalajara, monterrey, tijuana, acapulco
ciudad juarez, sao paulo, são paulo, rio de janeiro, salvador, recife, fortaleza, belo horizonte, manaus, cordoba
rosario, medellin, cali, guayaquil, cusco, valparaiso, maracaibo
birmingham, manchester, liverpool, leeds, sheffield, bristol, glasgow, edinburgh, aberdeen, cardiff, swansea, belfast
nottingham, leicester, oxford, cambridge, brighton, plymouth, southampton, portsmouth, newcastle, york, canterbury
marseille, lyon, toulouse, nice, nantes, strasbourg, bordeaux, lille, calais, munich, hamburg, cologne, frankfurt
stuttgart, düsseldorf, dusseldorf, leipzig, dresden, hanover, hannover, nuremberg, bremen, bonn, heidelberg, göttingen
zurich, zürich, geneva, basel, lausanne, davos, salzburg, innsbruck, graz, milan, naples, turin, florence, venice, genoa
bologna, palermo, pisa, barcelona, seville, valencia, bilbao, malaga, granada, porto, rotterdam, utrecht, eindhoven
antwerp, ghent, bruges, gothenburg, malmö, uppsala, bergen, aarhus, krakow, kraków, gdansk, gdańsk, wroclaw, lodz
poznan, brno, kosice, thessaloniki, izmir, istanbul, antalya, gaziantep, diyarbakir, kharkiv, odesa, odessa, lviv
mariupol, kherson, zaporizhzhia, dnipro, sevastopol, simferopol, st. petersburg, st petersburg, saint petersburg
petersburg, novosibirsk, yekaterinburg, kazan, vladivostok, volgograd, rostov-on-don, grozny, murmansk, sochi
almaty, haifa, hebron, nablus, ramallah, bethlehem, nazareth, jenin, rafah, khan younis, aleppo, homs, idlib, raqqa
palmyra, basra, mosul, kirkuk, erbil, fallujah, isfahan, mashhad, tabriz, shiraz, qom, natanz, jeddah, mecca, medina
dubai, sharjah, aden, hodeidah, alexandria, giza, suez, luxor, benghazi, misrata, casablanca, marrakesh, fez, oran, lagos
kano, ibadan, johannesburg, durban, mombasa, goma, kisangani, timbuktu, kandahar, herat, jalalabad, kunduz, karachi
lahore, peshawar, quetta, rawalpindi, mumbai, bombay, calcutta, kolkata, chennai, madras, bangalore, bengaluru
hyderabad, ahmedabad, pune, srinagar, varanasi, chittagong, mandalay, phuket, chiang mai, pattaya, ho chi minh city
saigon, danang, hue, penang, surabaya, bandung, cebu, davao, shanghai, guangzhou, shenzhen, wuhan, chengdu, chongqing
tianjin, nanjing, hangzhou, xian, xi'an, harbin, dalian, qingdao, urumqi, lhasa, hong kong, macau, kaohsiung, osaka
kyoto, yokohama, nagoya, sapporo, kobe, fukuoka, hiroshima, nagasaki, fukushima, busan, incheon, sydney, melbourne
brisbane, perth, adelaide, darwin, hobart, auckland, christchurch
`);

/** Regions of the world that are places, whatever their grammar. */
export const regions = new Set([
  "middle east",
  "far east",
  "near east",
  "horn of africa",
  "west",
  "east",
  "north",
  "south",
  "west bank",
  "persian gulf",
  "gulf",
  "europe",
  "eastern europe",
  "western europe",
  "central europe",
  "africa",
  "north africa",
  "west africa",
  "east africa",
  "asia",
  "central asia",
  "south asia",
  "southeast asia",
  "america",
  "latin america",
  "north america",
  "south america",
  "central america",
  "caucasus",
  "balkans",
  "scandinavia",
  "baltics",
  "caribbean",
  "pacific",
  "atlantic",
  "mediterranean",
  "arctic",
  "antarctica",
]);
