"""Languages that news names: code of CLDR; name in news where CLDR has another; other names.

Without a code the name is by hand. Latin is left out: mostly it is Latin America, or its music.
"""

LANGUAGES = """
aa;;
ab;Abkhaz;Abkhazian
af;;
ak;;
am;;
ar;;
as;;
ast;;
ay;;
az;Azerbaijani;Azeri
ba;;
ban;;
be;Belarusian;Belarussian
bem;Bemba;
bg;;
bho;;
bi;;
bm;;
bn;Bengali;Bangla
bo;;
br;;
bs;;
bua;;
ca;;
ce;;
ceb;;
chr;;
ckb;Sorani;Central Kurdish
co;;
cr;;
crh;Crimean Tatar;
cs;;
cv;;
cy;;
da;;
de;;
din;;
doi;;
dv;Dhivehi;Divehi|Maldivian
dz;;
ee;;
el;;
en;;
eo;;
es;;
et;;
eu;;
fa;Persian;Farsi
fa_AF;Dari;
ff;Fulah;Fulfulde|Pulaar
fi;;
fil;;
fj;;
fo;;
fr;;
fy;Frisian;West Frisian
ga;Irish;
gd;Scottish Gaelic;Scots Gaelic
gl;;
gn;Guarani;Guaraní
gsw;Swiss German;
gu;;
gv;;
ha;;
haw;;
he;;
hi;;
hil;Hiligaynon;Ilonggo
hmn;;
hr;;
ht;Haitian Creole;
hu;;
hy;;
id;Indonesian;Bahasa Indonesia
ig;;
ii;Nuosu;
ilo;Ilocano;Iloko
inh;;
is;;
it;;
iu;;
ja;;
jv;;
ka;;
kab;;
kbd;;
kea;Cape Verdean Creole;Kabuverdianu
kg;Kikongo;
ki;Kikuyu;Gikuyu
kk;;
kl;Greenlandic;Kalaallisut
km;;
kn;;
ko;;
kok;;
kr;;
ks;;
ku;;
kmr;Kurmanji;Northern Kurdish
kw;;
ky;Kyrgyz;Kirghiz
lb;;
lg;Luganda;
ln;;
lo;;
lt;;
luo;;
lv;;
mai;;
mg;;
mi;Maori;Māori|te reo Maori|te reo Māori
mk;;
ml;;
mn;;
mni;Manipuri;Meiteilon
mr;;
ms;Malay;Bahasa Melayu
mt;;
my;;
nah;Nahuatl;
nan;Hokkien;Taiwanese Hokkien
nd;Ndebele;
ne;;
nl;;
nl_BE;Flemish;
no;;
nqo;;
ny;Chichewa;Nyanja|Chewa
oc;;
oj;Ojibwe;Ojibwa|Anishinaabemowin
om;Oromo;Afaan Oromo|Oromiffa
or;Odia;Oriya
os;Ossetian;Ossetic
pa;;
pap;;
pcm;Nigerian Pidgin;
pl;;
ps;Pashto;Pushto
pt;;
pt_BR;;
qu;;
rhg;Rohingya;
rm;Romansh;Romansch
rn;Kirundi;
ro;;
rom;Romani;
ru;;
rw;;
sa;;
sah;Yakut;Sakha
sat;;
sc;;
sco;;
sd;;
se;Northern Sami;Sami|Sámi
sg;;
sh;;
shi;Tashelhit;Tachelhit
si;Sinhala;Sinhalese
sk;;
sl;Slovenian;Slovene
sm;;
sn;;
so;;
sq;;
sr;;
ss;siSwati;
st;Sesotho;
su;;
sv;;
sw;Swahili;Kiswahili
ta;;
te;;
tet;Tetum;Tetun
tg;Tajik;
th;;
ti;;
tig;;
tk;;
tl;;
tn;Setswana;
to;;
tpi;;
tr;;
ts;Xitsonga;
tt;;
tw;;
ty;;
tyv;Tuvan;
tzm;Tamazight;
ug;Uyghur;Uighur
uk;;
ur;;
uz;;
ve;Tshivenda;
vi;;
wa;;
wo;;
xh;;
yi;;
yo;;
yue;Cantonese;
za;;
zh;;
cmn;Mandarin;Mandarin Chinese|Standard Chinese|Putonghua
zu;Zulu;isiZulu
;American Sign Language;ASL
;Auslan;
;British Sign Language;
;Jamaican Patois;
;Quebecois French;
;Sheng;
"""

# Names that are also something else: a fruit, a family, a city, an animal.
AMBIGUOUS = "ASL Akan Bemba Cree Ewe Hokkien Mandarin Sakha Sheng Twi Tajik".split()
