//! Units of measure: their names and symbols, what they measure, and what one is in the unit of
//! the International System.

use std::{borrow::Cow, f64::consts::PI, sync::LazyLock};

use copydesk_core::record::{Dimension, Si};
use rustc_hash::FxHashMap;

/// Longest name of a unit, in bytes.
const MAX_NAME: usize = 14;

/// A unit of measure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) symbol: Cow<'static, str>,
    pub(super) dimension: Dimension,
    /// What one is in the unit of the International System; 0 where that is not known.
    factor: f64,
    /// Where its zero is there.
    offset: f64,
}

impl Measure {
    pub(super) const fn new(symbol: &'static str, dimension: Dimension, factor: f64) -> Self {
        Self {
            symbol: Cow::Borrowed(symbol),
            dimension,
            factor,
            offset: 0.0,
        }
    }

    /// A unit without a fixed measure, such as a month.
    pub(super) const fn unscaled(symbol: &'static str, dimension: Dimension) -> Self {
        Self::new(symbol, dimension, 0.0)
    }

    /// Degrees of a scale of temperature.
    pub(super) fn degrees(letter: char) -> Self {
        match letter {
            'C' => Self {
                offset: 273.15,
                ..Self::new("\u{B0}C", Dimension::Temperature, 1.0)
            },
            'F' => Self {
                offset: 459.67 * 5.0 / 9.0,
                ..Self::new("\u{B0}F", Dimension::Temperature, 5.0 / 9.0)
            },
            _ => Self::new("K", Dimension::Temperature, 1.0),
        }
    }

    /// Degrees of an angle, or of a scale that is not named.
    pub(super) fn bare_degrees(dimension: Dimension) -> Self {
        let angle = dimension == Dimension::Angle;
        Self::new("\u{B0}", dimension, if angle { PI / 180.0 } else { 0.0 })
    }

    /// The square or cube of a length.
    pub(super) fn power(&self, power: u8) -> Option<Self> {
        let dimension = match (self.dimension, power) {
            (Dimension::Length, 2) => Dimension::Area,
            (Dimension::Length, 3) => Dimension::Volume,
            _ => return None,
        };
        Some(Self {
            symbol: Cow::Owned(format!("{}{power}", self.symbol)),
            dimension,
            factor: self.factor.powi(i32::from(power)),
            offset: 0.0,
        })
    }

    /// The speed of a length in a time of so many seconds.
    pub(super) fn per(&self, time: &str, seconds: f64) -> Self {
        let symbol = match (&*self.symbol, time) {
            ("mi", "h") => Cow::Borrowed("mph"),
            (length, time) => Cow::Owned(format!("{length}/{time}")),
        };
        Self {
            symbol,
            dimension: Dimension::Speed,
            factor: self.factor / seconds,
            offset: 0.0,
        }
    }

    /// So many of the unit in that of the International System.
    pub(super) fn si(&self, value: f64) -> Option<Si> {
        let unit = match self.dimension {
            Dimension::Length => "m",
            Dimension::Area => "m2",
            Dimension::Volume => "m3",
            Dimension::Mass => "kg",
            Dimension::Speed => "m/s",
            Dimension::Temperature => "K",
            Dimension::Angle => "rad",
            Dimension::Information => "B",
            Dimension::Power => "W",
            Dimension::Energy => "J",
            Dimension::Frequency => "Hz",
            Dimension::Voltage => "V",
            Dimension::Pressure => "Pa",
            _ => return None,
        };
        let value = value * self.factor + self.offset;
        (self.factor > 0.0 && value.is_finite()).then(|| Si {
            // What the eye sees: 24,000 t are 24,000,000 kg, not 23,999,999.999.
            value: rounded(value),
            unit: unit.to_owned(),
        })
    }
}

/// A value to twelve digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// The unit that a word names, by its symbol as it is written or its name in any case.
pub(super) fn by_word(word: &str) -> Option<Measure> {
    if word.len() > MAX_NAME {
        return None;
    }
    if let Some(measure) = UNITS.get(word) {
        return Some(measure.clone());
    }
    if word.len() < 2 || !word.is_ascii() || word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut lower = [0; MAX_NAME];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let name = core::str::from_utf8(lower).ok()?;
    // `KM` is a kilometre, `PM` no picometre.
    let measure = UNITS.get(name)?;
    let symbol = name.len() == 2 && !matches!(name, "km" | "cm" | "mm" | "kg" | "ft" | "lb" | "ml");
    (!symbol).then(|| measure.clone())
}

/// Words that name a unit, its symbol, and what one is in the International System.
type List = &'static [(&'static str, &'static str, f64)];

static UNITS: LazyLock<FxHashMap<&'static str, Measure>> = LazyLock::new(|| {
    use Dimension as D;
    let lists: &[(Dimension, List)] = &[
        (D::Length, LENGTHS),
        (D::Area, AREAS),
        (D::Volume, VOLUMES),
        (D::Mass, MASSES),
        (D::Speed, SPEEDS),
        (D::Angle, &[("rad radian radians", "rad", 1.0)]),
        (D::Information, INFORMATION),
        (D::Power, POWERS),
        (D::Energy, ENERGIES),
        (D::Frequency, FREQUENCIES),
        (D::Voltage, VOLTAGES),
        (D::Pressure, PRESSURES),
    ];
    let mut units = FxHashMap::default();
    for &(dimension, list) in lists {
        for &(words, symbol, factor) in list {
            for word in words.split(' ') {
                units.insert(word, Measure::new(symbol, dimension, factor));
            }
        }
    }
    units
});

const LENGTHS: List = &[
    (
        "km kms kilometer kilometers kilometre kilometres",
        "km",
        1e3,
    ),
    (
        "hm hectometer hectometers hectometre hectometres",
        "hm",
        100.0,
    ),
    (
        "dam decameter decameters decametre decametres dekameter",
        "dam",
        10.0,
    ),
    ("m meter meters metre metres", "m", 1.0),
    ("dm decimeter decimeters decimetre decimetres", "dm", 0.1),
    (
        "cm cms centimeter centimeters centimetre centimetres",
        "cm",
        0.01,
    ),
    (
        "mm millimeter millimeters millimetre millimetres",
        "mm",
        1e-3,
    ),
    (
        "\u{B5}m \u{3BC}m um micrometer micrometers micrometre micrometres micron microns",
        "\u{B5}m",
        1e-6,
    ),
    ("nm nanometer nanometers nanometre nanometres", "nm", 1e-9),
    ("pm picometer picometers picometre picometres", "pm", 1e-12),
    ("mile miles mi", "mi", 1609.344),
    ("yard yards yd yds", "yd", 0.9144),
    ("foot feet ft", "ft", 0.3048),
    ("inch inches in", "in", 0.0254),
    ("nmi", "nmi", 1852.0),
    ("ly lightyear lightyears", "ly", 9.460_730_472_580_8e15),
    ("furlong furlongs", "furlong", 201.168),
];

const AREAS: List = &[
    ("hectare hectares ha", "ha", 1e4),
    ("acre acres", "acre", 4_046.856_422_4),
    ("sqm", "m2", 1.0),
    ("sqft", "ft2", 0.092_903_04),
    ("sqkm", "km2", 1e6),
];

const VOLUMES: List = &[
    ("litre litres liter liters l L ltr ltrs", "l", 1e-3),
    (
        "hectoliter hectoliters hectolitre hectolitres hl",
        "hl",
        0.1,
    ),
    ("decaliter decaliters decalitre decalitres dal", "dal", 0.01),
    ("deciliter deciliters decilitre decilitres dl", "dl", 1e-4),
    (
        "centiliter centiliters centilitre centilitres cl",
        "cl",
        1e-5,
    ),
    (
        "milliliter milliliters millilitre millilitres ml mL mls",
        "ml",
        1e-6,
    ),
    ("cc ccm", "cm3", 1e-6),
    ("gallon gallons gal gals", "gal", 3.785_411_784e-3),
    ("barrel barrels bbl bbls", "bbl", 0.158_987_294_928),
    ("quart quarts qt", "qt", 9.463_529_46e-4),
    ("pint pints", "pt", 4.731_764_73e-4),
    ("cup cups", "cup", 2.365_882_365e-4),
    ("gill gills", "gill", 1.182_941_182_5e-4),
    ("tablespoon tablespoons tbsp", "tbsp", 1.478_676_478_125e-5),
    ("teaspoon teaspoons tsp", "tsp", 4.928_921_593_75e-6),
    ("bushel bushels", "bushel", 0.035_239_070_166_88),
    ("peck pecks", "peck", 8.809_767_541_72e-3),
    ("cord cords", "cord", 3.624_556_363_776),
];

const MASSES: List = &[
    (
        "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos",
        "kg",
        1.0,
    ),
    ("g gram grams gramme grammes gm gms", "g", 1e-3),
    (
        "mg milligram milligrams milligramme milligrammes",
        "mg",
        1e-6,
    ),
    (
        "\u{B5}g \u{3BC}g mcg microgram micrograms microgramme microgrammes",
        "\u{B5}g",
        1e-9,
    ),
    ("tonne tonnes", "t", 1e3),
    ("ton tons t", "ton", 907.184_74),
    ("kiloton kilotons kilotonne kilotonnes", "kt", 1e6),
    ("megaton megatons megatonne megatonnes", "Mt", 1e9),
    ("pound pounds lb lbs", "lb", 0.453_592_37),
    ("ounce ounces oz", "oz", 0.028_349_523_125),
    ("stone stones", "st", 6.350_293_18),
    ("grain grains", "gr", 6.479_891e-5),
    (
        "dram drams drachm drachms drachma",
        "dram",
        1.771_845_195_312_5e-3,
    ),
    ("carat carats", "ct", 2e-4),
];

const SPEEDS: List = &[
    ("mph", "mph", 0.447_04),
    ("kph kmh kmph kmhr", "km/h", 1.0 / 3.6),
    ("knot knots kn kts", "kn", 1852.0 / 3600.0),
    ("mps", "m/s", 1.0),
];

const INFORMATION: List = &[
    ("bit bits", "bit", 0.125),
    ("kilobit kilobits kbit Kb kb", "kbit", 125.0),
    ("megabit megabits Mbit Mb mb", "Mbit", 1.25e5),
    ("gigabit gigabits Gbit Gb gb", "Gbit", 1.25e8),
    ("terabit terabits Tbit Tb tb", "Tbit", 1.25e11),
    ("petabit petabits Pbit Pb pb", "Pbit", 1.25e14),
    ("byte bytes", "B", 1.0),
    ("kilobyte kilobytes kB KB", "kB", 1e3),
    ("megabyte megabytes MB", "MB", 1e6),
    ("gigabyte gigabytes GB", "GB", 1e9),
    ("terabyte terabytes TB", "TB", 1e12),
    ("petabyte petabytes PB", "PB", 1e15),
];

const POWERS: List = &[
    ("W watt watts", "W", 1.0),
    ("kW KW kilowatt kilowatts", "kW", 1e3),
    ("MW megawatt megawatts", "MW", 1e6),
    ("GW gigawatt gigawatts", "GW", 1e9),
    ("TW terawatt terawatts", "TW", 1e12),
    ("hp horsepower bhp", "hp", 745.699_871_582_270_2),
];

const ENERGIES: List = &[
    ("J joule joules", "J", 1.0),
    ("kJ kilojoule kilojoules", "kJ", 1e3),
    ("MJ megajoule megajoules", "MJ", 1e6),
    ("kWh KWh kwh", "kWh", 3.6e6),
    ("MWh", "MWh", 3.6e9),
    ("GWh", "GWh", 3.6e12),
    ("TWh", "TWh", 3.6e15),
    ("calorie calories cal", "cal", 4.184),
    ("kilocalorie kilocalories kcal", "kcal", 4184.0),
];

const FREQUENCIES: List = &[
    ("Hz hertz", "Hz", 1.0),
    ("kHz kilohertz", "kHz", 1e3),
    ("MHz megahertz", "MHz", 1e6),
    ("GHz gigahertz", "GHz", 1e9),
];

const VOLTAGES: List = &[
    ("V volt volts", "V", 1.0),
    ("kV kilovolt kilovolts", "kV", 1e3),
];

const PRESSURES: List = &[
    ("Pa pascal pascals", "Pa", 1.0),
    ("hPa hectopascal hectopascals", "hPa", 100.0),
    ("kPa kilopascal kilopascals", "kPa", 1e3),
    ("millibar millibars mbar", "mbar", 100.0),
    ("psi", "psi", 6_894.757_293_168),
];
