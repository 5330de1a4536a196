"""Hand tables for cities.tsv."""

# name in GeoNames; iso2; news name; further aliases
NAMES = """
Dayrah;AE;Deira;
Al Ain City;AE;Al Ain;
Mazār-e Sharīf;AF;Mazar-i-Sharif;Mazar-e-Sharif|Mazar-i Sharif|Mazar e Sharif|Mazar
Herāt;AF;Herat;
Jalālābād;AF;Jalalabad;
Kunduz;AF;Kunduz;Konduz
Yerevan;AM;Yerevan;Erevan
San Miguel de Tucumán;AR;San Miguel de Tucuman;Tucuman
Vienna;AT;Vienna;Wien
Klagenfurt am Wörthersee;AT;Klagenfurt;
Logan City;AU;Logan City;
Mingachevir;AZ;Mingachevir;Mingecevir
Ganja;AZ;Ganja;Gence
Sumgayit;AZ;Sumgait;Sumqayit
Chattogram;BD;Chittagong;Chattogram
Dhaka;BD;Dhaka;Dacca
Cox’s Bāzār;BD;Cox's Bazar;Cox's Bazaar
Comilla;BD;Comilla;Cumilla
Jessore;BD;Jessore;Jashore
Brussels;BE;Brussels;Bruxelles
Antwerp;BE;Antwerp;Antwerpen
Gent;BE;Ghent;Gent
Brugge;BE;Bruges;Brugge
Leuven;BE;Leuven;Louvain
Liège;BE;Liege;
Ruse;BG;Ruse;Rousse
Ar Rifā‘;BH;Riffa;
Al Muharraq;BH;Muharraq;
São Paulo;BR;Sao Paulo;
Rio de Janeiro;BR;Rio de Janeiro;Rio
Brasília;BR;Brasilia;
Salvador;BR;Salvador;Salvador da Bahia
Homyel';BY;Gomel;Homel|Homyel
Hrodna;BY;Grodno;Hrodna
Mahilyow;BY;Mogilev;Mahilyow|Mahiliou
Vitebsk;BY;Vitebsk;Viciebsk
Bobruysk;BY;Babruysk;Bobruisk|Bobruysk
Barysaw;BY;Borisov;Barysaw
Mazyr;BY;Mazyr;Mozyr
Montréal;CA;Montreal;
Québec;CA;Quebec City;
Greater Sudbury;CA;Sudbury;Greater Sudbury
St. John's;CA;St. John's;St John's
St. Catharines;CA;St. Catharines;
Zürich;CH;Zurich;
Geneva;CH;Geneva;Genève|Genf
Bern;CH;Bern;Berne
Basel;CH;Basel;Basle
Lausanne;CH;Lausanne;
San-Pédro;CI;San Pedro;
Xi’an;CN;Xi'an;Xian
Beijing;CN;Beijing;Peking
Guangzhou;CN;Guangzhou;
Nanjing;CN;Nanjing;Nanking
Tianjin;CN;Tianjin;Tientsin
Chongqing;CN;Chongqing;Chungking
Qingdao;CN;Qingdao;Tsingtao
Xiamen;CN;Xiamen;Amoy
Ürümqi;CN;Urumqi;Wulumuqi
Hohhot;CN;Hohhot;Huhhot
Shenyang;CN;Shenyang;Mukden
Dalian;CN;Dalian;Dairen
Lhasa;CN;Lhasa;
Kashgar;CN;Kashgar;
Bogotá;CO;Bogota;
San José;CR;San Jose;
Havana;CU;Havana;La Habana
Nicosia;CY;Nicosia;Lefkosia
Limassol;CY;Limassol;Lemesos
Prague;CZ;Prague;Praha
Pilsen;CZ;Pilsen;Plzen|Plzeň
Köln;DE;Cologne;Koln|Köln|Koeln
Frankfurt am Main;DE;Frankfurt;Frankfurt am Main
Munich;DE;Munich;München
Düsseldorf;DE;Dusseldorf;Duesseldorf
Nuremberg;DE;Nuremberg;Nürnberg|Nuernberg
Hannover;DE;Hanover;Hannover
Münster;DE;Munster;Muenster
Braunschweig;DE;Brunswick;Braunschweig
Lübeck;DE;Lubeck;Luebeck
Halle (Saale);DE;Halle;
Freiburg;DE;Freiburg;Freiburg im Breisgau
Ludwigshafen am Rhein;DE;Ludwigshafen;
Mülheim;DE;Mulheim;
Göttingen;DE;Gottingen;Goettingen
Saarbrücken;DE;Saarbrucken;Saarbruecken
Würzburg;DE;Wurzburg;Wuerzburg
Copenhagen;DK;Copenhagen;København
Århus;DK;Aarhus;Århus
Algiers;DZ;Algiers;Alger
Cairo;EG;Cairo;
Shubrā al Khaymah;EG;Shubra el-Kheima;Shubra al-Khaimah
Al Mansurah;EG;Mansoura;El Mansoura
Al Maḩallah al Kubrá;EG;Mahalla;El Mahalla|Mahalla al-Kubra
Al Fayyum;EG;Fayoum;Faiyum
Assiut;EG;Assiut;Asyut
Aswān;EG;Aswan;
Banī Suwayf;EG;Beni Suef;
Qina;EG;Qena;
Arīsh;EG;el-Arish;El-Arish|Al-Arish|El Arish|Arish
Ḩalwān;EG;Helwan;
Madīnat an Naşr;EG;Nasr City;
Al ‘Āshir min Ramaḑān;EG;10th of Ramadan City;
Al Qāhirah al Jadīdah;EG;;
Laayoune;EH;Laayoune;El Aaiun|El-Aaiun
Seville;ES;Seville;Sevilla
Sevilla;ES;Seville;Sevilla
Zaragoza;ES;Zaragoza;Saragossa
Gasteiz / Vitoria;ES;Vitoria-Gasteiz;
Donostia / San Sebastián;ES;San Sebastian;Donostia|San Sebastián
A Coruña;ES;A Coruna;La Coruña|La Coruna
Palma;ES;Palma;Palma de Mallorca
Las Palmas de Gran Canaria;ES;Las Palmas;Las Palmas de Gran Canaria
L'Hospitalet de Llobregat;ES;L'Hospitalet de Llobregat;Hospitalet
Mek'ele;ET;Mekele;Mekelle|Mek'ele
Gonder;ET;Gondar;Gonder
Nazrēt;ET;Adama;Nazret
Awasa;ET;Hawassa;Awassa
Addis Ababa;ET;Addis Ababa;Addis Abeba
Marseille;FR;Marseille;Marseilles
Lyon;FR;Lyon;Lyons
Strasbourg;FR;Strasbourg;
Saint-Étienne;FR;Saint-Etienne;
Tbilisi;GE;Tbilisi;
Thessaloníki;GR;Thessaloniki;Salonica|Salonika
Pátra;GR;Patras;Patra
Irákleion;GR;Heraklion;Iraklio|Iraklion
Lárisa;GR;Larissa;
Peristéri;GR;Peristeri;
Kingston upon Hull;GB;Hull;Kingston upon Hull
Newcastle upon Tyne;GB;Newcastle;Newcastle upon Tyne|Newcastle-upon-Tyne
Burton upon Trent;GB;Burton upon Trent;
Newcastle under Lyme;GB;Newcastle-under-Lyme;
City of Westminster;GB;Westminster;
Enfield Town;GB;Enfield;
Southend-on-Sea;GB;Southend;Southend-on-Sea
Stoke-on-Trent;GB;Stoke-on-Trent;Stoke
St Helens;GB;St Helens;St. Helens
Port-au-Prince;HT;Port-au-Prince;
Cap-Haïtien;HT;Cap-Haitien;Cap-Haïtien
Jayapura;ID;Jayapura;
Yogyakarta;ID;Yogyakarta;Jogjakarta
Tel Aviv;IL;Tel Aviv;Tel-Aviv|Tel Aviv-Yafo
Beersheba;IL;Beersheba;Be'er Sheva|Beer Sheva
Petaẖ Tiqva;IL;Petah Tikva;Petach Tikva
Rishon LeTsiyyon;IL;Rishon LeZion;Rishon Lezion
H̱olon;IL;Holon;
Reẖovot;IL;Rehovot;
Bet Shemesh;IL;Beit Shemesh;
Mumbai;IN;Mumbai;Bombay
Kolkata;IN;Kolkata;Calcutta
Chennai;IN;Chennai;Madras
Bengaluru;IN;Bengaluru;Bangalore
Pune;IN;Pune;Poona
Varanasi;IN;Varanasi;Benares
Prayagraj;IN;Prayagraj;Allahabad
Gurugram;IN;Gurgaon;Gurugram
Mysuru;IN;Mysore;Mysuru
Mangaluru;IN;Mangalore;Mangaluru
Thiruvananthapuram;IN;Thiruvananthapuram;Trivandrum
Kochi;IN;Kochi;Cochin
Kozhikode;IN;Kozhikode;Calicut
Puducherry;IN;Puducherry;Pondicherry
Tiruchirappalli;IN;Tiruchirappalli;Trichy
Vijayawada;IN;Vijayawada;
Visakhapatnam;IN;Visakhapatnam;Vizag
Vadodara;IN;Vadodara;Baroda
Belagavi;IN;Belagavi;Belgaum
Hubballi;IN;Hubballi;Hubli
Sholapur;IN;Solapur;Sholapur
Panjim;IN;Panaji;Panjim
Kanpur;IN;Kanpur;Cawnpore
Guwahati;IN;Guwahati;Gauhati
Basrah;IQ;Basra;Basrah
Al Mawşil al Jadīdah;IQ;;
Al Başrah al Qadīmah;IQ;;
Erbil;IQ;Erbil;Irbil|Arbil|Hewler
Abū Ghurayb;IQ;Abu Ghraib;
Sulaymaniyah;IQ;Sulaymaniyah;Sulaimaniyah|Sulaimaniya|Sulaimani
Nasiriyah;IQ;Nasiriyah;Nassiriya|Nasiriya
Karbala;IQ;Karbala;Kerbala
Dihok;IQ;Dohuk;Duhok
Al Hillah;IQ;Hillah;Al-Hillah|Hilla
Al ‘Amārah;IQ;Amarah;Al-Amarah
Al Diwaniyah;IQ;Diwaniyah;Al-Diwaniyah|Diwaniya
Al-Kut;IQ;Kut;Al-Kut
Al Fallūjah;IQ;Fallujah;Falluja|Al-Fallujah
Al Madīnah;IQ;;
Bayjī;IQ;Baiji;Beiji|Bayji
Sāmarrā’;IQ;Samarra;
Baqubah;IQ;Baqubah;Baquba|Ba'quba
As Samawah;IQ;Samawah;Al-Samawah|Samawa
Khānaqīn;IQ;Khanaqin;
Az Zubayr;IQ;Zubair;Al-Zubair
Umm Qaşr;IQ;Umm Qasr;
Tehran;IR;Tehran;Teheran
Mashhad;IR;Mashhad;Meshed
Isfahan;IR;Isfahan;Esfahan
Ahvaz;IR;Ahvaz;Ahwaz
Orūmīyeh;IR;Urmia;Orumiyeh
Hamadān;IR;Hamedan;Hamadan
Arāk;IR;Arak;
Qom;IR;Qom;Qum
Marāgheh;IR;Maragheh;
Borūjerd;IR;Borujerd;
Neyshābūr;IR;Neyshabur;Nishapur
Reykjavík;IS;Reykjavik;
Reggio nell'Emilia;IT;Reggio Emilia;Reggio nell'Emilia
Livorno;IT;Livorno;Leghorn
Rome;IT;Rome;Roma
Turin;IT;Turin;Torino
Milan;IT;Milan;Milano
Naples;IT;Naples;Napoli
Venice;IT;Venice;Venezia
Siracusa;IT;Syracuse;Siracusa
As Salţ;JO;Salt;
Ar Ramthā;JO;Ramtha;
Zarqa;JO;Zarqa;
Tokyo;JP;Tokyo;
Ōita;JP;Oita;
Ōtsu;JP;Otsu;
Hachiōji;JP;Hachioji;
Phnom Penh;KH;Phnom Penh;
Siem Reap;KH;Siem Reap;
Hamhŭng;KP;Hamhung;
Hŭngnam;KP;Hungnam;
Namp’o;KP;Nampo;Namp'o
Sunch’ŏn;KP;Sunchon;
Kaesŏng;KP;Kaesong;Gaeseong
Wŏnsan;KP;Wonsan;
Chongjin;KP;Chongjin;Chungjin
Sariwŏn-si;KP;Sariwon;
Sinŭiju;KP;Sinuiju;
Kaech’ŏn;KP;Kaechon;
Tŏkch’ŏn;KP;Tokchon;
Sinp’o;KP;Sinpo;
Manp’o;KP;Manpo;
P’yŏngsŏng;KP;Pyongsong;
Man’gyŏngdae-ri;KP;Mangyongdae;
Changam-ch’on;KP;;
Paech’ŏn-ŭp;KP;Paechon;
Songnim-ni;KP;Songnim;
Ch’ŏngdan-ŭp;KP;Chongdan;
Sinch’ŏn-ŭp;KP;Sinchon;
Chaeryŏng-ni;KP;Chaeryong;
Paek'ak;KP;;
Ŭllyul;KP;Unnyul;
Kangnyŏng;KP;Kangnyong;
Kangsŏn;KP;Kangson;
Busan;KR;Busan;Pusan
Daegu;KR;Daegu;Taegu
Incheon;KR;Incheon;Inchon
Gwangju;KR;Gwangju;Kwangju
Daejeon;KR;Daejeon;Taejon
Goyang-si;KR;Goyang;
Kimhae;KR;Gimhae;Kimhae
Wŏnju;KR;Wonju;
Chinju;KR;Jinju;Chinju
Jeju City;KR;Jeju City;
Al Aḩmadī;KW;Ahmadi;Al-Ahmadi
Ḩawallī;KW;Hawalli;
As Sālimīyah;KW;Salmiya;
Almaty;KZ;Almaty;Alma-Ata
Astana;KZ;Astana;Nur-Sultan
Karagandy;KZ;Karaganda;Karagandy|Qaraghandy
Oral;KZ;Oral;Uralsk
Ust-Kamenogorsk;KZ;Ust-Kamenogorsk;Oskemen
Semey;KZ;Semey;Semipalatinsk
Aktobe;KZ;Aktobe;Aqtobe
Petropavl;KZ;Petropavl;Petropavlovsk
Ra’s Bayrūt;LB;Ras Beirut;
Nabatîyé et Tahta;LB;Nabatieh;Nabatiyeh
Sidon;LB;Sidon;
Tyre;LB;Tyre;
Sri Jayewardenepura Kotte;LK;Sri Jayawardenepura Kotte;
Misratah;LY;Misrata;Misratah|Misurata
Al Bayḑā’;LY;Bayda;Al-Bayda|Beida
Az Zāwīyah;LY;;
Zawiya;LY;Zawiya;Zawiyah
Darnah;LY;Derna;Darnah
Sirte;LY;Sirte;Surt
Ajdabiya;LY;Ajdabiya;Ajdabiyah
Al Khums;LY;Khoms;Al-Khums
Tājūrā’;LY;Tajoura;
Al Jadīd;LY;;
Al Jumayl;LY;;
Fes;MA;Fez;Fes|Fès
Marrakesh;MA;Marrakesh;Marrakech
Tangier;MA;Tangier;Tangiers
Tétouan;MA;Tetouan;
Al Hoceïma;MA;Al Hoceima;
Chisinau;MD;Chisinau;Chişinău|Chișinău|Kishinev
Bălţi;MD;Balti;Bălți
Bender;MD;Bender;Bendery
Nay Pyi Taw;MM;Naypyidaw;Naypyitaw|Nay Pyi Taw|Naypyidaw
Yangon;MM;Yangon;Rangoon
Mawlamyine;MM;Mawlamyine;Moulmein
Bago;MM;Bago;Pegu
Ulan Bator;MN;Ulaanbaatar;Ulan Bator
Macau;MO;Macau;Macao
Male;MV;Male;Malé
Mexico City;MX;Mexico City;Ciudad de México|Ciudad de Mexico
Ecatepec de Morelos;MX;Ecatepec;Ecatepec de Morelos
Santiago de Querétaro;MX;Queretaro;Querétaro|Santiago de Queretaro
León de los Aldama;MX;Leon;León
Ciudad Juárez;MX;Ciudad Juarez;Ciudad Juárez
Naucalpan de Juárez;MX;Naucalpan;
Acapulco de Juárez;MX;Acapulco;
Victoria de Durango;MX;Durango;
Heroica Matamoros;MX;Matamoros;
Xalapa de Enríquez;MX;Xalapa;Jalapa
Tuxtla;MX;Tuxtla Gutierrez;Tuxtla Gutiérrez|Tuxtla
Oaxaca;MX;Oaxaca;
Malacca;MY;Malacca;Melaka
George Town;MY;George Town;
Kathmandu;NP;Kathmandu;Katmandu
Almere Stad;NL;Almere;
's-Hertogenbosch;NL;Den Bosch;'s-Hertogenbosch
The Hague;NL;The Hague;Hague
Salem;IN;Salem;
Şalālah;OM;Salalah;
Cusco;PE;Cusco;Cuzco
Davao;PH;Davao City;Davao
Zamboanga;PH;Zamboanga;Zamboanga City
Cotabato;PH;Cotabato City;Cotabato
Quezon City;PH;Quezon City;
Warsaw;PL;Warsaw;Warszawa
Kraków;PL;Krakow;Cracow
Gdańsk;PL;Gdansk;Danzig
Wrocław;PL;Wroclaw;Breslau
Łódź;PL;Lodz;
Szczecin;PL;Szczecin;Stettin
Gaza;PS;Gaza City;
Khān Yūnis;PS;Khan Younis;Khan Yunis|Khan Yunus
Jabālyā;PS;Jabalia;Jabaliya|Jabalya
Rafaḩ;PS;Rafah;
Lisbon;PT;Lisbon;Lisboa
Porto;PT;Porto;Oporto
Ar Rayyān;QA;Al Rayyan;Al-Rayyan
Bucharest;RO;Bucharest;București
Iaşi;RO;Iasi;Iași
Constanţa;RO;Constanta;Constanța
Timişoara;RO;Timisoara;Timișoara
Braşov;RO;Brasov;Brașov
Cluj-Napoca;RO;Cluj-Napoca;Cluj
Galaţi;RO;Galati;Galați
Belgrade;RS;Belgrade;Beograd
Niš;RS;Nis;
Moscow;RU;Moscow;Moskva
Saint Petersburg;RU;St. Petersburg;Saint Petersburg|St Petersburg|Leningrad|Petrograd
Nizhniy Novgorod;RU;Nizhny Novgorod;Nizhniy Novgorod
Volgograd;RU;Volgograd;Stalingrad
Tolyatti;RU;Tolyatti;Togliatti
Naberezhnyye Chelny;RU;Naberezhnye Chelny;
Ryazan’;RU;Ryazan;
Arkhangel’sk;RU;Arkhangelsk;
Orël;RU;Oryol;Orel
Velikiy Novgorod;RU;Veliky Novgorod;Novgorod
Staryy Oskol;RU;Stary Oskol;
Kaliningrad;RU;Kaliningrad;Königsberg|Konigsberg
Yekaterinburg;RU;Yekaterinburg;Ekaterinburg
Grozny;RU;Grozny;
Komsomolsk-on-Amur;RU;Komsomolsk-on-Amur;Komsomolsk-na-Amure
Petropavlovsk-Kamchatskiy;RU;Petropavlovsk-Kamchatsky;
Yuzhno-Sakhalinsk;RU;Yuzhno-Sakhalinsk;
Makkah;SA;Mecca;Makkah
Madinah;SA;Medina;Madinah
Jeddah;SA;Jeddah;Jiddah|Jidda
Ta’if;SA;Taif;Ta'if
Tabuk;SA;Tabuk;
Ha'il;SA;Hail;
Najrān;SA;Najran;
Jizan;SA;Jazan;Jizan
Al Hufūf;SA;Hofuf;Al-Hofuf
Al Jubayl;SA;Jubail;Al-Jubail
Khobar;SA;Khobar;Al-Khobar|Al Khobar
Al Mubarraz;SA;Al Mubarraz;
Buraydah;SA;Buraidah;Buraydah
El Fasher;SD;El Fasher;el-Fasher|El-Fasher|Al-Fashir|al-Fashir|al-Fasher
El Obeid;SD;El Obeid;el-Obeid|El-Obeid|Al-Obeid
Khartoum North;SD;Khartoum North;
Al Qadarif;SD;Gedaref;El Gedaref|Al-Qadarif
Al-Junaynah;SD;;
El Geneina Fort;SD;El Geneina;Geneina|Al-Junaynah
Wad Medani;SD;Wad Madani;Wad Medani
Ad-Damazin;SD;Damazin;Ad-Damazin
Gothenburg;SE;Gothenburg;Göteborg
Malmö;SE;Malmo;
Singapore;SG;Singapore;
Hargeysa;SO;Hargeisa;Hargeysa
Kismayo;SO;Kismayo;Kismaayo
Baidoa;SO;Baidoa;Baydhabo
N'Djamena;TD;N'Djamena;Ndjamena
Damascus;SY;Damascus;
Aleppo;SY;Aleppo;Halab
Ar Raqqah;SY;Raqqa;Raqqah|Al-Raqqa|al-Raqqa
Ḩamāh;SY;Hama;
Ţarţūs;SY;Tartus;Tartous
Al Ḩasakah;SY;Hasakah;Al-Hasakah|al-Hasakah|Hasaka|Hassakeh
Deir ez-Zor;SY;Deir ez-Zor;Deir al-Zour|Deir el-Zour|Deir al-Zor|Deir ez-Zour|Deir Ezzor
Al Qāmishlī;SY;Qamishli;Al-Qamishli
Al Bāb;SY;Al-Bab;al-Bab
Homs;SY;Homs;
Latakia;SY;Latakia;Lattakia
Dūmā;SY;Douma;
Bangkok;TH;Bangkok;Krung Thep
Mueang Nonthaburi;TH;Nonthaburi;
Chiang Mai;TH;Chiang Mai;
Kŭlob;TJ;Kulob;
Aryanah;TN;Ariana;
İzmir;TR;Izmir;Smyrna
Istanbul;TR;Istanbul;İstanbul|Constantinople
Diyarbakır;TR;Diyarbakir;
Şanlıurfa;TR;Sanliurfa;Urfa
Kahramanmaraş;TR;Kahramanmaras;
Umraniye;TR;Umraniye;Ümraniye
Antakya;TR;Antakya;Antioch
Taipei;TW;Taipei;
Kaohsiung;TW;Kaohsiung;
Chiayi City;TW;Chiayi;
Zanzibar;TZ;Zanzibar City;
Kyiv;UA;Kyiv;Kiev
Kharkiv;UA;Kharkiv;Kharkov
Odesa;UA;Odesa;Odessa
Dnipro;UA;Dnipro;Dnipropetrovsk|Dnepropetrovsk
Lviv;UA;Lviv;Lvov
Zaporizhzhya;UA;Zaporizhzhia;Zaporizhzhya|Zaporozhye|Zaporizhia
Kryvyy Rih;UA;Kryvyi Rih;Kryvyy Rih|Krivoi Rog|Krivoy Rog
Mykolayiv;UA;Mykolaiv;Mykolayiv|Nikolaev|Nikolayev
Vinnytsya;UA;Vinnytsia;Vinnytsya|Vinnitsa
Chernihiv;UA;Chernihiv;Chernigov
Luhansk;UA;Luhansk;Lugansk
Makiyivka;UA;Makiivka;Makeyevka|Makiyivka
Horlivka;UA;Horlivka;Gorlovka
Khmelnytskyi;UA;Khmelnytskyi;Khmelnytskyy
Rivne;UA;Rivne;Rovno
Chernivtsi;UA;Chernivtsi;Czernowitz
Kropyvnytskyi;UA;Kropyvnytskyi;Kirovohrad
Mariupol;UA;Mariupol;
Severodonetsk;UA;Sievierodonetsk;Severodonetsk|Syevyerodonetsk
Syevyerodonets’k;UA;Sievierodonetsk;Severodonetsk|Syevyerodonetsk
Sievierodonetsk;UA;Sievierodonetsk;Severodonetsk
Lysychansk;UA;Lysychansk;Lisichansk
Bila Tserkva;UA;Bila Tserkva;
New York City;US;New York City;New York|NYC
Washington;US;Washington;Washington, D.C.|Washington D.C.|Washington DC|Washington, DC|Washington, D. C.
Los Angeles;US;Los Angeles;
St. Louis;US;St. Louis;St Louis|Saint Louis
St. Petersburg;US;St. Petersburg;Saint Petersburg
Saint Paul;US;St. Paul;St Paul|Saint Paul
Port Saint Lucie;US;Port St. Lucie;
Lexington-Fayette;US;Lexington;
The Bronx;US;Bronx;
Tri-Cities;US;Tri-Cities;
Jizzax;UZ;Jizzakh;Jizzax
Andijon;UZ;Andijan;Andijon
Fergana;UZ;Fergana;Ferghana
Qo‘qon;UZ;Kokand;Qo'qon
Xiva;UZ;Khiva;Xiva
Marg‘ilon;UZ;Margilan;
Urganch;UZ;Urgench;
Tirmiz;UZ;Termez;
Ho Chi Minh City;VN;Ho Chi Minh City;Saigon|HCMC
Haiphong;VN;Haiphong;Hai Phong
Da Nang;VN;Da Nang;Danang
Huế;VN;Hue;
Cần Thơ;VN;Can Tho;
Qui Nhon;VN;Quy Nhon;
Mitrovicë;XK;Mitrovica;Kosovska Mitrovica
Pristina;XK;Pristina;Prishtina
Sanaa;YE;Sanaa;Sana'a
Taiz;YE;Taiz;Ta'izz|Taizz
Al Ḩudaydah;YE;Hodeidah;Hodeida|Hudaydah|Al-Hudaydah|al-Hodeida
Gqeberha;ZA;Gqeberha;Port Elizabeth
Thembisa;ZA;Tembisa;Thembisa
Emalahleni;ZA;Emalahleni;Witbank
Durban;ZA;Durban;eThekwini
Türkmenabat;TM;Turkmenabat;
Daşoguz;TM;Dashoguz;
Yaoundé;CM;Yaounde;
Asunción;PY;Asuncion;
Port-Vila;VU;Port Vila;Port-Vila
Palikir - National Government Center;FM;Palikir;
Nouméa;NC;Noumea;
Tórshavn;FO;Torshavn;
Hagåtña;GU;Hagatna;
São Tomé;ST;Sao Tome;
Nuku‘alofa;TO;Nuku'alofa;Nukualofa
Matā'utu;WF;Mata Utu;
Mata-Utu;WF;Mata Utu;
Lomé;TG;Lome;
Saint John’s;AG;St. John's;St John's|Saint John's
Saint George's;GD;St. George's;St George's
Saint Peter Port;GG;St. Peter Port;St Peter Port
Ngerulmud;PW;Ngerulmud;
Bandar Seri Begawan;BN;Bandar Seri Begawan;
Mianzhu, Deyang, Sichuan;CN;Mianzhu;
Misato, Saitama;JP;Misato;
"""

# Capitals the library has under another name: iso2 -> GeoNames name
CAPITAL_IN_GEONAMES = """
AG Saint John's; AG Saint John’s; BR Brasília; CM Yaoundé; CO Bogotá; CR San José; CW Willemstad; EH Laayoune;
FO Tórshavn; GD Saint George's; GG Saint Peter Port; GU Hagåtña; IS Reykjavík; KZ Astana; MN Ulan Bator;
MO Macau; NC Nouméa; PW Ngerulmud; PY Asunción; ST São Tomé; TG Lomé; TO Nuku‘alofa; VU Port-Vila; WF Matā'utu;
XK Pristina; BO Sucre; MM Nay Pyi Taw; BI Gitega; MH Majuro; KI Tarawa; LK Sri Jayewardenepura Kotte;
SZ Mbabane; SZ Lobamba; ZA Pretoria; ZA Bloemfontein; CI Yamoussoukro; BJ Porto-Novo; LU Luxembourg; GQ Malabo; TZ Dodoma;
PS Ramallah; CY Nicosia; GE Sukhumi; GE Tskhinvali; MD Tiraspol
"""

# Places under 100,000 people (or parts of cities) that general news names often: name or alternate name in GeoNames, iso2
EXTRA = """
AE: Fujairah
AF: Khost|Lashkar Gah|Bamyan|Zaranj|Sar-e Pul|Maymana|Taloqan|Farah|Asadabad|Charikar|Jalalabad
AL: Shkodër|Korçë
AM: Vanadzor|Kapan|Goris
AR: Ushuaia|San Carlos de Bariloche
AT: Bregenz|Kitzbühel|St. Pölten|Hallstatt
AU: Alice Springs|Byron Bay|Broome|Port Hedland|Launceston|Bondi Beach
AZ: Stepanakert|Shusha|Nakhchivan|Lankaran
BA: Srebrenica|Bihać|Foča|Brčko|Prijedor|Višegrad
BE: Mechelen|Kortrijk|Oostende|Zeebrugge|Mons|Spa|Bastogne|Molenbeek-Saint-Jean
BG: Pleven|Sliven|Blagoevgrad|Veliko Tŭrnovo
BI: Gitega
BR: Brumadinho|Mariana|Foz do Iguaçu
BY: Pinsk|Maladzyechna|Slonim
CA: Fredericton|Charlottetown|Whitehorse|Yellowknife|Iqaluit|Moncton|Saint John|Banff|Whistler|Fort McMurray|Jasper|Niagara Falls
CH: Davos|Lugano|Lucerne|Sankt Gallen|Montreux|Zermatt|Zug|Fribourg|Locarno|Thun|Saint Moritz
CL: Punta Arenas
CN: Xichang|Tumen|Hunchun|Yanji|Shigatse|Hotan|Turpan|Jiuquan|Sanhe|Pingtan|Aksu|Korla
CO: Leticia|Mocoa
CU: Trinidad|Varadero|Guantánamo
CY: Larnaca|Paphos|Famagusta|Kyrenia
CZ: Olomouc|Karlovy Vary|České Budějovice|Zlín
DE: Potsdam|Trier|Bamberg|Bayreuth|Ulm|Weimar|Passau|Konstanz|Wittenberg|Cottbus|Dachau|Garmisch-Partenkirchen|Wismar|Schwerin|Stralsund|Marburg|Gießen|Tübingen|Baden-Baden|Görlitz|Hanau|Solingen|Aachen|Greifswald|Büchel|Lubmin|Zwickau|Plauen|Gera|Wilhelmshaven|Cuxhaven|Flensburg
DK: Esbjerg|Roskilde|Helsingør
EE: Tartu|Narva|Pärnu
EG: Sharm ash Shaykh|Hurghada|El Arish|Rafah|El Alamein
ES: Cádiz|Toledo|Ávila|Segovia|Melilla|Ceuta|Ibiza|Santiago de Compostela|Gernika-Lumo|Guernica|Marbella|Lorca|Benidorm|Magaluf|Rota
ET: Lalibela|Gambēla|Aksum|Ādwa|Inda Silasē
FI: Rovaniemi|Vaasa|Pori|Lappeenranta|Kotka|Imatra
FR: Cannes|Calais|Dunkerque|Versailles|Avignon|Lourdes|Biarritz|Bayonne|Ajaccio|Bastia|Deauville|Chamonix|Saint-Tropez|Colmar|Arles|La Rochelle|Brest|Chartres|Saint-Malo|Saint-Denis|Nanterre|Verdun|Évian-les-Bains|Quimper|Pau|Béziers|Antibes|Carcassonne|Troyes|Lorient|Bobigny|Courchevel|Albertville|Saint-Nazaire|Cherbourg
GB: Canterbury|Salisbury|Dover|Folkestone|Carlisle|Inverness|Stirling|Perth|Durham|Lancaster|Chester|Shrewsbury|Windsor|St Andrews|Stratford-upon-Avon|Winchester|Hereford|Hastings|Margate|Grimsby|Scunthorpe|Barnsley|Halifax|Bury|Rochdale|Wrexham|Aberystwyth|Merthyr Tydfil|Londonderry County Borough|Derry|Armagh|Omagh|Newry|Lisburn|Lockerbie|Hartlepool|Stevenage|Harlow|Guildford|Crewe|Runcorn|Torquay|Truro|Whitby|Scarborough|Harrogate|Kidderminster|Tonbridge|Aldershot|Paisley|Kilmarnock|Falkirk|Glastonbury|Wimbledon|Greenwich|Brixton|Camden Town|Hackney|Dunblane|Kettering
GE: Gori|Zugdidi|Poti|Sokhumi|Ts’khinvali|Rustavi
GL: Nuuk
GR: Piraeus|Rhodes|Corfu|Chania|Mytilene|Ioannina|Volos|Kavala|Alexandroupoli|Sparta|Olympia|Delphi|Chalkida|Pylos
GT: Antigua Guatemala
HR: Dubrovnik|Zadar|Osijek|Pula|Vukovar|Šibenik|Karlovac
HU: Szombathely|Sopron|Eger|Veszprém
ID: Banda Aceh|Sabang|Ubud|Kuta|Sorong|Timika|Ternate
IE: Galway|Waterford|Limerick|Drogheda|Dundalk|Kilkenny|Sligo|Killarney|Shannon
IL: Eilat|Sderot|Nazareth|Acre|Safed|Tiberias|Kiryat Shmona|Afula|Ramla|Lod|Herzliya|Nahariya|Dimona|Metula|Umm el Faḥm|Caesarea|Hadera
IN: Panjim|Shimla|Dharamsala|Leh|Kargil|Darjeeling|Ayodhya|Imphal|Shillong|Aizawl|Kohima|Gangtok|Itanagar|Port Blair|Pahalgām|Anantnag|Baramula|Pulwama|Bodh Gaya|Haridwar|Rishikesh|Mathura|Hathras|Nainital|Joshimath|Godhra
IQ: Tikrit|Sinjar|Tall ‘Afar|Halabja|Al Qa’im|Haditha|Hit|Ramadi|Samarra|Zakho|Makhmur|Bartella|Qaraqosh
IR: Bushehr|Natanz|Chabahar|Jask|Sanandaj|Bam|Piranshahr|Bandar-e Anzali|Mahabad|Saqqez
IS: Akureyri|Keflavík|Grindavík
IT: Venice|Pisa|Siena|Lucca|Assisi|Como|Cortina d'Ampezzo|Bolzano|Trento|Udine|Lecce|Lampedusa|L'Aquila|Amatrice|Aosta|Cremona|Mantova|Ravenna|Vicenza|Treviso|Varese|Caserta|Crotone|Siracusa|Agrigento|Trapani|Brindisi|Amalfi|Sanremo|Positano|Capri|Pompei|Codogno|Bergamo|Savona|La Spezia|Aviano
JO: Aqaba|Petra|Mafraq|Karak
JP: Nara|Naha|Okinawa|Hakodate|Aomori|Akita|Fukushima|Iwaki|Mito|Nagano|Matsue|Ise|Nikko|Kamakura|Futaba|Wajima|Suzu|Ōkuma|Namie|Kushiro|Nemuro|Karuizawa|Sasebo|Iwakuni|Yokota|Misawa|Atami
KE: Lamu|Lodwar|Wajir
KG: Jalal-Abad|Batken|Karakol|Naryn|Cholpon-Ata
KH: Sihanoukville|Poipet|Kampot|Pailin
KP: Yŏngbyŏn|Rajin|Sŏnbong|Hyesan|Musan|Kusong
KR: Paju|Tongyeong|Andong|Sokcho|P’yŏngch’ang|Pyeongchang|Gapyeong|Cheorwon|Boryeong
KZ: Baikonur|Zhanaozen|Aktau|Turkistan|Khorgos
LA: Luang Prabang|Pakse|Vangviang
LB: Baalbek|Tyre|Zahle|Jounieh|Byblos|Bent Jbaïl|Marjayoûn|Naqoura|Bcharre
LK: Galle|Batticaloa|Hambantota|Anuradhapura|Mullaittivu|Kilinochchi
LT: Šiauliai|Panevėžys|Alytus|Palanga
LV: Daugavpils|Liepāja|Ventspils|Jūrmala|Jelgava
LY: Ghadamis|Bani Walid|Zintan|Gharyan|Az Zintan|Murzuq
MC: Monte-Carlo
MD: Bender|Comrat|Cahul|Ungheni
ME: Budva|Kotor|Cetinje|Nikšić|Bar
MK: Tetovo|Ohrid|Kumanovo|Bitola|Kochani
ML: Timbuktu|Kidal|Tombouctou|Menaka
MM: Myawaddy|Lashio|Myitkyina|Hakha|Loikaw|Laukkai
MX: Taxco|Tulum|Playa del Carmen|Ixtapa|Iguala de la Independencia|San Cristóbal de las Casas|Cabo San Lucas|Tecate|Piedras Negras|Ciudad Acuña|Zihuatanejo
MZ: Pemba|Mocímboa
NE: Diffa|Arlit
NG: Chibok|Bama|Dapchi|Lokoja|Yenagoa|Calabar|Asaba
NL: Delft|Maastricht|Middelburg|Gouda|Roermond|Rijswijk
NO: Tromsø|Bodø|Kirkenes|Narvik|Ålesund|Lillehammer|Hammerfest|Hamar|Svolvær|Alta
NP: Namche Bazar
NZ: Queenstown|Rotorua|Nelson|Napier|Invercargill|Kaikoura|Waitangi
OM: Nizwa|Sur|Khasab
PA: Colón|Balboa
PE: Puno|Ayacucho
PH: Tacloban|Marawi City|Jolo|Legazpi|Puerto Princesa|Baguio|Olongapo|Dumaguete|Laoag|Vigan|Basco
PK: Gwadar|Abbottābād|Murree|Chaman|Turbat|Mingora|Gilgit|Skardu|Charsadda|Parachinar|Miran Shah|Mardan|Chitral
PL: Przemyśl|Oświęcim|Sopot|Opole|Płock|Elbląg|Zakopane|Augustów|Suwałki|Chełm|Częstochowa|Słupsk|Zielona Góra
PS: Bethlehem|Jericho|Jenin|Tulkarm|Qalqilyah|Ramallah|Beit Lahiya|Beit Hanoun|Huwara|Dayr al Balaḩ
PT: Faro|Fátima|Évora|Aveiro|Cascais|Sintra|Guimarães|Ponta Delgada
RO: Alba Iulia|Suceava|Tulcea|Mangalia|Sulina|Deveselu
RS: Novi Pazar|Preševo|Pančevo
RU: Magas|Nazran’|Beslan|Derbent|Khasavyurt|Elista|Maykop|Cherkessk|Kyzyl|Gorno-Altaysk|Abakan|Anadyr|Magadan|Norilsk|Nakhodka|Salekhard|Vorkuta|Severodvinsk|Severomorsk|Pskov|Vyborg|Primorsk|Ust-Luga|Anapa|Gelendzhik|Tuapse|Yeysk|Rzhev|Sudzha|Shebekino|Klintsy|Engels|Sarov|Dubna|Yelabuga|Birobidzhan|Tsiolkovskiy|Ussuriysk|Petropavlovsk-Kamchatsky|Gatchina|Zelenograd|Balakovo|Tobolsk|Gorodets|Buynaksk|Budyonnovsk
SA: Qatif|Abqaiq|Ras Tanura|Dhahran|Yanbu|Al-`Ula|Ad Dir‘īyah
SD: Nyala|Zalingei|Kadugli|Ed Damazin|Al Fūlah|Abyei|Kosti
SE: Kiruna|Luleå|Lund|Visby|Halmstad|Karlskrona|Östersund|Gävle|Karlstad|Kalmar
SI: Maribor|Koper|Bled|Celje
SK: Nitra|Prešov|Žilina|Trnava|Trenčín|Banská Bystrica|Handlová|Poprad
SN: Ziguinchor|Saly
SO: Bosaso|Galkayo|Garowe|Beledweyne|Jowhar|Las Anod|Dhusamareb
SS: Bor|Bentiu|Malakal
SY: Palmyra|Tadmur|Manbij|Kobani|‘Ayn al ‘Arab|Afrin|Azaz|Daraa|Jisr ash Shughur|Al Mayādīn|Abu Kamal|Tall Rif‘at|Khan Shaykhun|Ma‘arrat an Nu‘mān|Saraqib|Tall Abyad|Quneitra|Maaloula|Jablah|Baniyas|Saydnaya|Ra’s al ‘Ayn
TH: Phuket|Pattaya|Yala|Pattani|Narathiwat|Mae Sot|Ayutthaya|Hua Hin|Chiang Rai|Krabi|Chiang Mai|Buriram|Betong
TJ: Khorugh|Bokhtar|Kulob|Isfara
TL: Baucau
TM: Balkanabat|Mary
TN: Sidi Bouzid|Kasserine|Monastir|Carthage|Zarzis|Tataouine|Gafsa|Ben Gardane
TR: Bodrum|Hakkari|Sirnak|Cizre|Kilis|Mardin|Siirt|Kars|Trabzon|Rize|Edirne|Nusaybin|Suruç|Reyhanli|Soma|Sivas|Çanakkale|Yalova|Zonguldak|Bitlis|İskenderun|Marmaris|Ceyhan|Gallipoli|Gelibolu|Akkuyu
TW: Hualien City|Magong|Jincheng|Taitung
UA: Kherson|Bakhmut|Avdiyivka|Pokrovsk|Bucha|Irpin|Chornobyl|Enerhodar|Izyum|Kupiansk|Lyman|Sloviansk|Slovyansk|Kramatorsk|Kostyantynivka|Chasiv Yar|Toretsk|Vuhledar|Marinka|Volnovakha|Popasna|Rubizhne|Lysychansk|Syevyerodonets’k|Severodonetsk|Sievierodonetsk|Svatove|Kreminna|Vovchans’k|Vovchansk|Nikopol|Nova Kakhovka|Kakhovka|Beryslav|Oleshky|Orikhiv|Huliaipole|Tokmak|Berdiansk|Berdyansk|Melitopol|Kerch|Yalta|Feodosiya|Yevpatoriya|Dzhankoi|Simferopol|Hostomel|Borodyanka|Brovary|Boryspil|Vasylkiv|Uman|Uzhhorod|Mukacheve|Drohobych|Stryi|Yavoriv|Izmail|Reni|Chornomorsk|Yuzhne|Pivdenne|Ochakiv|Myrhorod|Debaltseve|Ilovays’k|Soledar|Selydove|Kurakhove|Druzhkivka|Myrnohrad|Dobropillya|Pavlohrad|Chuhuyiv|Balakliya|Slavutych|Konotop|Okhtyrka|Trostianets|Hlukhiv|Snihurivka|Voznesensk|Nizhyn|Pryluky|Kovel|Kolomyia|Truskavets|Starokostiantyniv|Kaniv|Krasnohorivka|Hirnyk|Velyka Novosilka|Siversk|Borova
US: Annapolis|Augusta|Bismarck|Carson City|Charleston|Cheyenne|Concord|Dover|Frankfort|Harrisburg|Helena|Jefferson City|Juneau|Montpelier|Olympia|Pierre|Santa Fe|Trenton|Albany|Bangor|Burlington|Fairbanks|Flint|Ferguson|Uvalde|Sandy Hook|Newtown|Parkland|Charlottesville|Kenosha|Selma|Tuskegee|Roswell|Los Alamos|Aspen|Vail|Park City|Key West|Daytona Beach|Palm Beach|Boca Raton|Gary|Camden|Atlantic City|Hoboken|Princeton|New Rochelle|White Plains|Ithaca|Utica|Niagara Falls|Scranton|Erie|Gettysburg|Bethlehem|Hershey|Youngstown|Canton|Dayton|Dearborn|Pontiac|Kalamazoo|Oshkosh|Duluth|Saint Cloud|Bloomington|Champaign|Ames|Dubuque|Des Moines|Rapid City|Sioux City|Missoula|Bozeman|Butte|Boise|Casper|Jackson|Laramie|Provo|Flagstaff|Sedona|Yuma|Nogales|Taos|Galveston|Brownsville|Laredo|Eagle Pass|Del Rio|Corpus Christi|Biloxi|Gulfport|Natchez|Hattiesburg|Lake Charles|Lafayette|Shreveport|Texarkana|Fayetteville|Bentonville|Hot Springs|Muskogee|Norman|Lawton|Joplin|Branson|Columbia|Hilo|Lahaina|Pearl City|Asheville|Chapel Hill|Myrtle Beach|Hilton Head Island|Greenville|Spartanburg|Macon|Tuscaloosa|Roanoke|Blacksburg|Fairfax|Fredericksburg|Silver Spring|Rockville|Bethesda|Salisbury|Beverly Hills|Malibu|Santa Monica|Compton|Palo Alto|Mountain View|Cupertino|Menlo Park|Santa Cruz|Napa|Monterey|Santa Barbara|Palm Springs|Calexico|Paradise|Redding|Eureka|Bend|Medford|Salem|Redmond|Yakima|Walla Walla|Bellingham|Cambridge|Plymouth|Nantucket|Provincetown|Lowell|Hyannis|Portsmouth|Manchester|Portland|Lewiston|Bar Harbor|New London|Newport|Pawtucket|East Palestine|Steubenville|Wheeling|Huntington|Morgantown|Bowling Green|Owensboro|Paducah|Oak Ridge|Butler|Highland Park|Fort Bragg|Killeen|Midland|Odessa|Marfa|Waco
UZ: Khiva|Andijan
VA: Vatican City
VN: Hội An|Điện Biên Phủ|Lạng Sơn|Lào Cai|Sa Pa|Hạ Long|Đà Lạt
XK: Mitrovicë|Prizren|Peja|Gjakovë|Ferizaj|Leposavić|Zveçan
YE: Marib|Zabid|Zinjibar|Al Mukha|Saada|Sayyan|Al Bayda
ZA: Stellenbosch|Polokwane|Marikana|Mbombela|Knysna|Makhanda
ZW: Victoria Falls|Hwange
"""

# EXTRA names whose news form differs from the GeoNames one
EXTRA_NAMES = """
Dayr al Balaḩ;PS;Deir al-Balah;Deir el-Balah|Deir al Balah
Ra’s al ‘Ayn;SY;Ras al-Ayn;
Al-`Ula;SA;AlUla;Al-Ula
Ad Dir‘īyah;SA;Diriyah;Al-Diriyah
Inda Silasē;ET;Shire;Inda Selassie
Chornobyl;UA;Chernobyl;Chornobyl
Avdiyivka;UA;Avdiivka;Avdiyivka|Avdeevka
Izyum;UA;Izium;Izyum
Kupiansk;UA;Kupiansk;Kupyansk
Slovyansk;UA;Sloviansk;Slovyansk|Slavyansk
Sloviansk;UA;Sloviansk;Slovyansk|Slavyansk
Kostyantynivka;UA;Kostiantynivka;Kostyantynivka|Konstantinovka
Vovchans’k;UA;Vovchansk;Volchansk
Berdyansk;UA;Berdiansk;Berdyansk
Berdiansk;UA;Berdiansk;Berdyansk
Feodosiya;UA;Feodosia;Feodosiya
Yevpatoriya;UA;Yevpatoria;Yevpatoriya
Chuhuyiv;UA;Chuhuiv;Chuhuyiv
Ilovays’k;UA;Ilovaisk;
Kryvyi Rih;UA;Kryvyi Rih;
‘Ayn al ‘Arab;SY;Kobani;Kobane|Ayn al-Arab
Tadmur;SY;Palmyra;Tadmur
As Suwaydā’;SY;Sweida;Suwayda|As-Suwayda|Sweida
Jisr ash Shughur;SY;Jisr al-Shughour;
Ma‘arrat an Nu‘mān;SY;Maarat al-Numan;Maarrat al-Numan
Janīn;PS;Jenin;
Sharm ash Shaykh;EG;Sharm el-Sheikh;Sharm El Sheikh|Sharm el Sheikh|Sharm al-Sheikh
Rajin;KP;Rajin;Rason
Yŏngbyŏn;KP;Yongbyon;
Dunkerque;FR;Dunkirk;Dunkerque
Sankt Gallen;CH;St. Gallen;Sankt Gallen
Saint Moritz;CH;St. Moritz;Saint Moritz
Oostende;BE;Ostend;Oostende
Molenbeek-Saint-Jean;BE;Molenbeek;
Londonderry County Borough;GB;Londonderry;
Luzern;CH;Lucerne;Luzern
Gießen;DE;Giessen;
Sokhumi;GE;Sukhumi;Sokhumi
Ts’khinvali;GE;Tskhinvali;
Tall ‘Afar;IQ;Tal Afar;
Al Qa’im;IQ;Al-Qaim;Qaim
Tombouctou;ML;Timbuktu;Tombouctou
Marawi City;PH;Marawi;Marawi City
Oświęcim;PL;Oswiecim;
Mantova;IT;Mantua;Mantova
Pompei;IT;Pompei;
Cherbourg-Octeville;FR;Cherbourg;
Hualien City;TW;Hualien;
Iguala de la Independencia;MX;Iguala;
Nazran’;RU;Nazran;
Điện Biên Phủ;VN;Dien Bien Phu;
Da Lat;VN;Da Lat;Dalat
Monte-Carlo;MC;Monte Carlo;Monte-Carlo
Schiphol-Rijk;NL;Schiphol;
Al Qunayţirah;SY;Quneitra;
Khorugh;TJ;Khorog;Khorugh
Coimbatore;IN;Coimbatore;
"""

# Sections and noise of GeoNames that are not cities as news names them
DROP = r"""\d|\bkerület\b|\bArrondissement\b|\bRayon\b|\bProvince$|^Sector |^Quận |\bNew Town$|\bEstates?$|\bCity Centre$|\bMukim\b|^Kampung |^Taman |^Mueang |Thana$|^Ciudad López|^Vyhurivshchyna|^Nor |\bFort$|^Teshi |^Plaza de|^West Island$|^Community"""
DROP_NAMES = """
Downtown PR|Downtown US|Downtown SG
Shaping CN|Meads US|Commonwealth PH|Hub PK|Universal City US|Tempe Junction US|East Chattanooga US|New South Memphis US|North Stamford US
West Raleigh US|Metairie Terrace US|East Hampton US|Gravesend US|Deer Valley US|North Peoria US|Sunset Park US|Spring Valley US|Sunrise Manor US
Borough Park US|East Independence US|Archway GB|Business Bay AE|International City AE|Dubai Investments Park AE|Saint Peters GB|Becontree GB
Poblacion PH|Metro ID|Center UA|Tsentralnyi UA|Shevchenko UA|Nova Vida AO|Golfe AO|Samba AO|Bush EG|Būsh EG|Mendip GB|Sale MA|Ann MM|Nada CN|Delmas HT
Central Coast AU|Sunshine Coast AU|North Shore NZ|Ottawa South CA|Newton CA|Rangel AO|Kennedy CO|San Martin PE|Vila Flor AO|Latina ES|Gracia ES|Gràcia ES
Delicias ES|Pest HU|Buda HU|Kentron AM|Benfica AO|Medina Estates GH|Washington Heights US|Bella Vista DO|Cerro CU|Lander VE|East Helsinki FI
Desna UA|Obolon UA|Dniprovskyi UA|Shevchenkivskyi UA|Kyivskyi UA|Kalininskiy RU|Engels RU|Center City US|Hlukhiv US|Victoria HK|Bole CN
"""

# English words that are city names somewhere (and forms that news capitalises otherwise)
WORDS = """
Marburg Hitachi Toyota Downtown
Reading Nice Mobile Bath Split Orange Of Most Surprise Man Male Batman Same Hull Cork Derby Buffalo Phoenix Enterprise Columbia Independence
Corona Delta Mesa Vista Paradise Surrey Essen Hamm Oral Ruse Bender Van Saga Sale Tours Sari Bar Spa Split Barking Slough Poole Bury Crewe
Vice Tokmak Bend Gary Flint Eureka Butte Butler Providence Concord Norman Mission Bolton Hit Sur Alta Salt Acre Hail Safi Puri Gaya Manta Moro
Salto Natal Libertad Milagro Soledad Serra Santos Marica Natal Bath Chester Dover Windsor Beaumont Hollywood Cypress Boulder Temple Sunrise Centennial
Clearwater Lakewood Riverside Oceanside Fairfield Springfield Midland Union Liberty Bend Aurora Cambria Frisco Plano Garland Irving Surprise Stoke Rugby
Sandwich Battle Ford Wells Deal Rye Lodi Globe Orion Bangor Frankfort Pierre Helena Augusta Olympia Trenton Bismarck Champion Hyde Barrow Wick Sandy
Warren Tyler Brandon Kent Vaughan Carrefour Progress Unity Sincere Metro Hub Center Centre Golf Sparta Trinidad Palma Bor Muse Ames Mary San Chico Bo
Ho Gap Eye March Rota Rum Mandate Media Normal Troy Hope Defiance Defense Industry Commerce Mercy Lincoln Victor Bad Mons Pau Lens Condom Die Bled Como
Moscow,US Rome,US Athens,US Paris,US Cambridge,US Manchester,US Birmingham,US Toledo,US Odessa,US London,CA Oxford,US Berlin,US Dublin,US Vienna,US
Durham Lancaster Hamilton Wellington,US Ajax Elk Bison Bear Chinatown Koreatown Queens Astoria Elmhurst Pest Sham Media Sakai Honcho Maltese Erode Aba
Resistencia Formosa Merlo Wau Yei Tete Kota Serang Palu Depok Duma Bole Singa Konak Fatih Mandera Sodo Kira Lira Mati Kara Kaya Kati Imus Moga Guna
Cary Gilbert Arab Lund Bath Halle Hanover Fez Sidon Tyre Carthage Antioch Corinth Ganja Osh,no Sligo,no Orsk,no Dole Toul Redding Compton Hershey Princeton
Bulle Malabo,no Marina Campo Cobija Progreso Esmeraldas Aguascalientes,no Carolina Ponce Florida Junin Olavarria Lanus Moron Quarto Alliance Plymouth Ensenada,no
Newport Richmond Rochester Worcester Portsmouth Chandler Peoria,no Pueblo Salinas Bello Sobral Natal Passos Balsas Contagem Americana Franca Maua Bauru,no
"""

# Frequent English-language given names and surnames that are city names (checked against names/last.txt and first.txt where listed)
FREQUENT_NAMES = """
Adams Allen Anderson Armstrong Arnold Arthur Austin Bailey Baker Barnes Barrie Beaumont Bedford Bell Bennett Benjamin Bolton Bradford Bradley Brandon Brent Brooks
Burlington Burton Bush Butler Butterworth Byron Camden Campbell Carlisle Carlos Carmona Carolina Carroll Carson Carter Cary Casper Cesar Chandler Charlotte Chester
Christian Clark Cleveland,no Clifton Clinton Clovis Cohen Colin Collins Columbus Compton Cooper Corona Crawford Crawley Curtis Dale Dalton Darwin Davenport Davie
Davis Dawson Dayton Dean Denton Denver,no Diaz Dillon Dixon Douglas Downey Dudley Duncan Durham Edison Edwards Elgin Elizabeth Elliott Ellis Emerson Engels
Eugene Evans Everett Fisher Florence Florencia Fleming Ford Foster Francis Franklin Fraser Freeman Fremont Fuller Fullerton Garland Gary George Gibson Gilbert Glenn
Gloria Gomez Gonzalez Gordon Graham Grant Gray Greene Greeley Gregory Gresham Griffin Guadalupe Hale Hamilton Hampton Harper Harris Harrison Harvey Hassan Hastings Hayward
Helena Henderson Henry Herman Hill Hoffman Holland Holloway Hopkins Houston,no Howard Hudson Hughes Hunter Huntington Irvine Irving Isabel Jackson James Jasmine Jefferson
Johnson Jones Jordan Joseph Julian Kennedy Kent Kimberley King Kirov Komatsu Kingston,no Lafayette Lambert Lancaster Lander Langley Lansing Laurel Lawrence Lawton Lee Leon Leonard
Leslie Lewis Lida Lincoln Lindsay Linda Livingstone Lopez Louis Lowell Lucas Luis Luther Lynn Mackay Madison Maldonado Malcolm Mansfield Marco Maria Marina Markham Marshall
Martin Mary Mason Maxwell Mendoza Mercedes Merced Meredith Merlo Milton Mitchell Modesto Monroe Montgomery Moore Morgan Morris Moreno Morena Murphy Murray Nancy Natalia Neiva
Nelson Newton Nigel Noel Norman Norris Norton Odessa,no Oliver Orlando,no Oscar Osborne Owen Palmer Parker Pasco Paterson Patrick Paul Payne Peel Pereira Perry Peter Phillips
Pierce Pierre Ponce Porter Powell Preston Quevedo Rafael Raleigh Ramos Rangel Raymond Redmond Regina Reyes Reynolds Richardson Richmond Rivera Roberts Robinson Rodriguez
Rogers Roland Rosario Rosetta Ross Roy Russell Ruth Salem Salvador Samara,no Samuel Sanchez Sanders Sandra Santana Santiago,no Santos Savannah,no Selma Sharon Sheldon Shelby
Sheppard Sheridan Sherman Silva Simon Soledad Spencer Stanley Stephen Sterling Stevens Stockton Stuart Sullivan Sutton Sylvia Tanner Taylor Telford Teresa Thomas Thompson Thornton
Torrance Torres Trujillo Tucker Turner Tyler Urdaneta Valencia,no Valenzuela Valeria Vallejo Vaughan Vaughn Vernon Verona,no Veronica Victor Victoria Vincent Virginia Vladimir Wade
Wakefield Wallace Walker Walter Ward Warren Washington,no Watson Wayne Webster Wellington,no Wesley Whalley Wheeler Whitby Whitney Wilson Winston Winter Woodward Worth Wright Wyatt Young
Anand Artem Banda Benoni Buenaventura Candelaria Chanda Cuauhtemoc Dali Dasha Hagen Jena,no Kumba Larisa Latina Loni Lucena Mansa Medea Mirpur,no Moro Olinda Palmira Pamplona,no Rangel Rosales
Shevchenko Urmila Yola Armenia Benicia Bengal Carolina Georgia Mexico Panama Cuba Peru Lebanon Jamaica China Macedonia Poland Holland Norway Denmark Ontario Delaware California Nevada
Florida Texas Jamaica Alexandra Amadora Anda Asela Assis Kandy,no Timon Toledo,no Sydney,no Merida,no
"""

# World-famous or otherwise unmistakable in news: never flagged
FAMOUS = """
Jerusalem Bethlehem,PS Nazareth Leon Morelia Veracruz Malang Maroua Teresina Carthage Medina Palu Depok Serang Sakai Sidon Oyo Uyo Marbella Lourdes Arles Siena Lucca Breda Amalfi Arica Essen Hanover
Tanta Zug Gao Rishikesh Esmeraldas Tokmak Gaya Mansoura Nazareth Zubair Kut Kumasi Dessie Tama Pompei Depok Shannon,IE Sodo Mandera Timika
Sydney Paris Santiago Lima Baghdad Alexandria Changchun Nairobi Jinan Houston Weifang Sanaa Tijuana Puebla Valencia Asuncion Adelaide Jinhua Hue Milan Dallas Samara Sofia Touba
Rosario,no Denver Washington Sacramento Wellington Doha Bari Verona Geneva Granada Basel Padua Odesa Bali Naha Vladivostok London Berlin Madrid Rome Cairo Lagos Cleveland Orlando Boston
Columbus,no Savannah Kerman Sari Bergen Porto Lyon Nantes Toulouse Barcelona Seville Havana Dublin Glasgow Munich Hamburg Bremen Bonn Perth Brisbane Melbourne Tripoli Aden Homs Hama
Medan Cali Quito Casablanca Durban Kazan Kota,no Riga Oran Chiba Cusco Goma Palermo Antwerp Toronto Windhoek Kingston Bern Pisa Monaco Valletta Cartagena Cordoba Malaga Genoa Bologna
Monterrey Guadalajara Mexico_City Tehran Seoul Tokyo Beijing Moscow Kyiv Kiev Warsaw Ufa Osh Qom Ibb Fez Rio Oslo Cologne Turin Naples Venice Zurich Vienna Prague Ulm Erie Juba Suva
Apia Dili Lome Male,no Bata Pula Nis Aba,no Agra Pune Surat Salt_Lake_City Tacna Faro Gaza Hebron Rafah Jenin Jericho Brest Lviv Sumy Perm Tula Penza Omsk Tver Orel Kursk Sochi Chita Tomsk
Las_Vegas Miami Detroit Chicago Seattle Atlanta Baltimore Memphis Nashville Tampa Oakland Tucson Omaha Tulsa Reno Miami_Beach Albuquerque Anchorage Honolulu Kansas_City Yao,no Yulin Sanya Xiangyang
Belem Recife Fortaleza Manaus Arequipa Trujillo,no Cuenca Bilbao Murcia Vigo Zaragoza Gijon Cadiz,no Salamanca Messina Catania Trieste Parma Brescia Modena Bergamo Trento Ferrara Salerno Mainz Mannheim
Erfurt Freiburg Heidelberg Regensburg Darmstadt Heilbronn Oldenburg Namur Metz Coimbra Braga Leiria Galati Constanta Burgas Bali Davos Cannes Oxford Cambridge,GB Kobani Palmyra Toulon Nancy,no
"""

# Alternates that are kept though they are also a given name or a word
ALIAS_OK = {"Rio", "Odessa", "Kiev", "Smyrna", "Constantinople", "Leningrad", "Alger", "Roma", "Canton"}
