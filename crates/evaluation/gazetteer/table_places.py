"""Coordinates of countries and of the regions that news names most: points in the middle, written by hand."""

# ISO 3166 code, latitude, longitude. Countries that are not here get the middle of their cities.
COUNTRIES = """
AE 23.75 54.5;AF 33 66;AL 41 20;AM 40 45;AO -12.5 18.5;AR -34 -64;AT 47.33 13.33;AU -25 135;AZ 40.5 47.5;BA 44.25 17.83
BD 24 90;BE 50.75 4.5;BF 12.5 -1.67;BG 42.67 25.25;BH 26.03 50.55;BI -3.5 30;BJ 9.5 2.25;BN 4.5 114.67;BO -17 -65
BR -10 -55;BS 24 -76;BT 27.5 90.5;BW -22 24;BY 53 28;BZ 17.25 -88.75;CA 60.11 -113.64;CD -2.5 23.5;CF 7 21;CG -1 15.5
CH 47 8.01;CI 8 -5.5;CL -30 -71;CM 6 12.5;CN 35 105;CO 4 -73.25;CR 10 -84;CU 22 -79.5;CV 16 -24;CY 35 33;CZ 49.75 15
DE 51.5 10.5;DJ 11.58 42.5;DK 56 10;DO 19 -70.67;DZ 28 3;EC -1.25 -78.25;EE 59 26;EG 27 30;ER 15 39;ES 40 -4;ET 8 38
FI 64 26;FJ -18 178;FR 46 2;GA -1 11.75;GB 54.76 -2.7;GE 42 43.5;GH 8.1 -1.2;GL 72 -40;GM 13.5 -15.5;GN 10.83 -10.67
GQ 1.7 10.34;GR 39 22;GT 15.5 -90.25;GW 12 -15;GY 5 -59;HN 15 -86.5;HR 45.17 15.5;HT 19 -72.42;HU 47 20;ID -5 120
IE 53 -8;IL 31.5 34.75;IN 22 79;IQ 33 44;IR 32 53;IS 65 -18;IT 42.83 12.83;JM 18.16 -77.32;JO 31 36;JP 35.69 139.75
KE 1 38;KG 41.5 75;KH 13 105;KP 40 127;KR 36.5 127.75;KW 29.5 47.75;KZ 48 68;LA 18 105;LB 33.83 35.83;LK 7.75 80.75
LR 6.5 -9.5;LS -29.5 28.25;LT 55.42 24;LU 49.75 6.17;LV 57 25;LY 28 17;MA 31.5 -8.5;MD 47.25 28.58;ME 42.75 19.25
MG -20 47;MK 41.67 21.75;ML 18 -2;MM 22 98;MN 46 105;MR 20 -12;MT 35.92 14.43;MU -20.3 57.58;MW -13.5 34;MX 23 -102
MY 2.5 112.5;MZ -18.25 35;NA -22 17;NE 18 9;NG 10 8;NI 13 -85;NL 52.25 5.75;NO 62 10;NP 28 84;NZ -42 174;OM 21 57
PA 9 -80;PE -10 -75.25;PG -6 147;PH 13 122;PK 30 70;PL 52 20;PR 18.25 -66.5;PS 31.92 35.2;PT 39.7 -8;PY -23.33 -58
QA 25.5 51.25;RO 46 25;RS 44.82 20.46;RU 60 100;RW -2 30;SA 25 45;SB -8 159;SD 16 30;SE 62 15;SG 1.37 103.8;SI 46.08 15
SK 48.67 19.5;SL 8.5 -11.5;SN 14.5 -14.25;SO 6 48;SR 4 -56;SS 7.5 30;SV 13.83 -88.92;SY 35 38;SZ -26.5 31.5;TD 15 19
TG 8.67 1.08;TH 15.5 101;TJ 39 71;TL -8.83 125.75;TM 39.75 59.67;TN 34 9;TR 39.06 34.91;TT 10.67 -61.5;TW 24 121
TZ -6 35;UA 49 32;UG 1.25 32.5;US 39.76 -98.5;UY -33 -56;UZ 41.71 63.85;VE 8 -66;VN 16.17 107.83;XK 42.58 21
YE 15.5 47.5;ZA -29 24;ZM -14.33 28.5;ZW -19 29.75;HK 22.25 114.17;MO 22.16 113.57;EH 24.5 -13
"""

# GeoNames code of a first-level region, latitude, longitude. The others get the middle of their cities.
REGIONS = """
US.AL 32.75 -86.75;US.AK 64 -150;US.AZ 34.5 -111.5;US.AR 34.75 -92.5;US.CA 37.25 -119.75;US.CO 39 -105.5;US.CT 41.67 -72.67
US.DE 39 -75.5;US.FL 28.75 -82.5;US.GA 32.75 -83.5;US.HI 20.75 -156.5;US.ID 44.5 -114.25;US.IL 40 -89.25;US.IN 40 -86.25
US.IA 42 -93.5;US.KS 38.5 -98.5;US.KY 38.2 -84.88;US.LA 31 -92;US.ME 45.5 -69.25;US.MD 39 -76.75;US.MA 42.37 -71.11
US.MI 44.25 -85.5;US.MN 46.25 -94.25;US.MS 32.75 -89.75;US.MO 38.25 -92.5;US.MT 47 -109.75;US.NE 41.5 -99.75;US.NV 39.25 -116.75
US.NH 43.67 -71.5;US.NJ 40.17 -74.5;US.NM 34.5 -106;US.NY 43 -75.5;US.NC 35.5 -80;US.ND 47.5 -100.5;US.OH 40.25 -83
US.OK 35.5 -97.5;US.OR 44 -120.5;US.PA 40.27 -76.9;US.RI 41.75 -71.5;US.SC 34 -81;US.SD 44.5 -100.25;US.TN 35.75 -86.25
US.TX 31.25 -99.25;US.UT 39.25 -111.75;US.VT 44 -72.75;US.VA 37.55 -77.45;US.WA 47.5 -120.5;US.WV 38.5 -80.5;US.WI 44.5 -90
US.WY 43 -107.5;CA.01 55 -115;CA.02 53.99 -125;CA.03 55 -97;CA.04 46.5 -66.5;CA.05 52 -56;CA.07 45 -63;CA.08 49.25 -84.5
CA.09 46.35 -63.4;CA.10 52 -72;CA.11 54 -106;CA.12 63 -136;CA.13 69.75 -119.25;CA.14 70.45 -86.8;AU.01 -35.5 149;AU.02 -33 147
AU.03 -20 133;AU.04 -23 143;AU.05 -30 135;AU.06 -42 147;AU.07 -37 145;AU.08 -25 122;GB.ENG 52.16 -0.7;GB.SCT 56 -4
GB.WLS 52.5 -3.5;GB.NIR 54.5 -6.5
"""

# Names that news uses for regions and that are only here: code, names.
REGION_NAMES = """
US.AK AK;US.AL AL;US.AR AR|Ark.;US.AZ AZ;US.CA CA|Cal.;US.CO CO;US.CT CT;US.DC DC|D.C.|Washington D.C.|Washington DC;US.DE DE|Del.;US.FL FL
US.GA GA|Ga.;US.HI HI;US.IA IA;US.ID ID;US.IL IL|Ill.;US.IN IN|Ind.;US.KS KS|Kan.|Kans.;US.KY KY|Ky.;US.LA LA|La.;US.MA MA|Mass.
US.MD MD|Md.;US.ME ME;US.MI MI|Mich.;US.MN MN|Minn.;US.MO MO|Mo.;US.MS MS|Miss.;US.MT MT|Mont.;US.NC NC|N.C.;US.ND ND|N.D.;US.NE NE|Neb.|Nebr.
US.NH NH|N.H.;US.NJ NJ|N.J.;US.NM NM|N.M.;US.NV NV|Nev.;US.NY NY|N.Y.|New York State|Upstate New York;US.OH OH;US.OK OK|Okla.;US.OR OR|Ore.
US.PA PA|Pa.;US.RI RI|R.I.;US.SC SC|S.C.;US.SD SD|S.D.;US.TN TN|Tenn.;US.TX TX|Tex.;US.UT UT;US.VA VA|Va.;US.VT VT|Vt.;US.WA WA|Wash.
US.WI WI|Wis.|Wisc.;US.WV WV|W.Va.;US.WY WY|Wyo.;CA.01 Alta.;CA.02 B.C.|BC;CA.03 Man.;CA.05 Newfoundland;CA.07 N.S.;CA.08 Ont.;CA.09 P.E.I.|PEI
CA.10 Que.;CA.11 Sask.;CA.13 NWT;AU.02 NSW|N.S.W.;AU.01 ACT;CN.07 Inner Mongolia|Nei Mongol;CN.13 Xinjiang;CN.14 Tibet;CN.16 Guangxi;CN.21 Ningxia
"""

# Parts of the world and of countries that are no region of the first level: name, country or `-`, latitude, longitude.
PARTS = """
Gaza Strip|Gaza;PS;31.42;34.38
West Bank;PS;32;35.25
Crimea;UA;45.3;34.4
Donbas|Donbass;UA;48.3;38
Kashmir;-;34;76
Darfur;SD;13;25
Kurdistan|Iraqi Kurdistan;IQ;36.4;44.4
Tigray;ET;14;38.5
Nagorno-Karabakh|Karabakh;AZ;39.9;46.8
Transnistria;MD;47.2;29.2
South Ossetia;GE;42.3;44.1
Abkhazia;GE;43.1;41
Somaliland;SO;9.7;46
Middle East;-;29;41
Central America;-;14;-87
Caribbean;-;20;-75
Latin America;-;-12;-60
Balkans;-;43;21
Korean Peninsula;-;40;127
Arabian Peninsula;-;22;48
Iberian Peninsula;-;40;-5
Horn of Africa;-;8;45
Scandinavia;-;63;15
Caucasus;-;42.5;44
Central Asia;-;45;65
Southeast Asia;-;8;110
South Asia;-;23;80
East Asia;-;37;115
Western Europe;-;49;6
Eastern Europe;-;52;30
West Africa;-;12;0
East Africa;-;0;38
North Africa;-;28;10
Southern Africa;-;-25;25
Sahel;-;15;5
Siberia;RU;62;105
New England;US;44;-71
Midwest;US;42;-93
Silicon Valley;US;37.4;-122
Bay Area|San Francisco Bay Area;US;37.7;-122.3
Long Island;US;40.8;-73.1
Cape Cod;US;41.7;-70.3
Catalonia;ES;41.82;1.47
Bavaria;DE;49;11.5
Sicily;IT;37.75;14.25
Sardinia;IT;40;9
Tuscany;IT;43.4;11
Lombardy;IT;45.6;9.9
Andalusia;ES;37.6;-4.5
"""
