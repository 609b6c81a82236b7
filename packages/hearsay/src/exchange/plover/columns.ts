/** POLECAT's columns (Halterman and others 2023), in their order. */
export const polecatColumns: readonly string[] = [
  "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|",
  "Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|",
  "Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|",
  "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|",
  "Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|",
  "Story People|Story Organizations|Story Locations|Language|Version",
]
  .join("")
  .split("|");

/** GDELT 2.0's event table, in its order; the file has no line of names. */
export const gdeltColumns: readonly string[] = [
  "GlobalEventID|Day|MonthYear|Year|FractionDate|Actor1Code|Actor1Name|Actor1CountryCode|",
  "Actor1KnownGroupCode|Actor1EthnicCode|Actor1Religion1Code|Actor1Religion2Code|Actor1Type1Code|",
  "Actor1Type2Code|Actor1Type3Code|Actor2Code|Actor2Name|Actor2CountryCode|Actor2KnownGroupCode|",
  "Actor2EthnicCode|Actor2Religion1Code|Actor2Religion2Code|Actor2Type1Code|Actor2Type2Code|",
  "Actor2Type3Code|IsRootEvent|EventCode|EventBaseCode|EventRootCode|QuadClass|GoldsteinScale|",
  "NumMentions|NumSources|NumArticles|AvgTone|Actor1Geo_Type|Actor1Geo_Fullname|Actor1Geo_CountryCode|",
  "Actor1Geo_ADM1Code|Actor1Geo_ADM2Code|Actor1Geo_Lat|Actor1Geo_Long|Actor1Geo_FeatureID|",
  "Actor2Geo_Type|Actor2Geo_Fullname|Actor2Geo_CountryCode|Actor2Geo_ADM1Code|Actor2Geo_ADM2Code|",
  "Actor2Geo_Lat|Actor2Geo_Long|Actor2Geo_FeatureID|ActionGeo_Type|ActionGeo_Fullname|",
  "ActionGeo_CountryCode|ActionGeo_ADM1Code|ActionGeo_ADM2Code|ActionGeo_Lat|ActionGeo_Long|",
  "ActionGeo_FeatureID|DATEADDED|SOURCEURL",
]
  .join("")
  .split("|");

/** GDELT 2.0's table of mentions, in its order; the file has no line of names. */
export const mentionColumns: readonly string[] = [
  "GlobalEventID|EventTimeDate|MentionTimeDate|MentionType|MentionSourceName|MentionIdentifier|",
  "SentenceID|Actor1CharOffset|Actor2CharOffset|ActionCharOffset|InRawText|Confidence|MentionDocLen|",
  "MentionDocTone|MentionDocTranslationInfo|Extras",
]
  .join("")
  .split("|");
