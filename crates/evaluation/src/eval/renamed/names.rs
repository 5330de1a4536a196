//! Other names by kind. People are invented; the rest are real, mostly less often in the news than
//! what they replace, but for some bodies and media that are invented, too.

/// A country.
#[derive(Debug)]
pub(crate) struct Country {
    pub(crate) name: &'static str,
    pub(crate) demonym: &'static str,
    pub(crate) capital: &'static str,
    /// How news shortens the name, without stops.
    pub(crate) short: Option<&'static str>,
}

const fn country(name: &'static str, demonym: &'static str, capital: &'static str) -> Country {
    Country {
        name,
        demonym,
        capital,
        short: None,
    }
}

pub(crate) const COUNTRIES: [Country; 29] = [
    country("Argentina", "Argentine", "Buenos Aires"),
    country("Azerbaijan", "Azerbaijani", "Baku"),
    country("Bolivia", "Bolivian", "La Paz"),
    country("Burkina Faso", "Burkinabe", "Ouagadougou"),
    country("Cambodia", "Cambodian", "Phnom Penh"),
    country("Chile", "Chilean", "Santiago"),
    country("Costa Rica", "Costa Rican", "San José"),
    country("Denmark", "Danish", "Copenhagen"),
    country("Ecuador", "Ecuadorian", "Quito"),
    country("Estonia", "Estonian", "Tallinn"),
    country("Georgia", "Georgian", "Tbilisi"),
    country("Ghana", "Ghanaian", "Accra"),
    country("Iceland", "Icelandic", "Reykjavik"),
    country("Jordan", "Jordanian", "Amman"),
    country("Kazakhstan", "Kazakh", "Astana"),
    country("Laos", "Laotian", "Vientiane"),
    country("Mongolia", "Mongolian", "Ulaanbaatar"),
    country("Morocco", "Moroccan", "Rabat"),
    country("Nepal", "Nepali", "Kathmandu"),
    country("Norway", "Norwegian", "Oslo"),
    country("Peru", "Peruvian", "Lima"),
    country("Portugal", "Portuguese", "Lisbon"),
    country("Saudi Arabia", "Saudi", "Riyadh"),
    country("Senegal", "Senegalese", "Dakar"),
    country("South Africa", "South African", "Pretoria"),
    country("South Sudan", "South Sudanese", "Juba"),
    country("Sri Lanka", "Sri Lankan", "Colombo"),
    country("Tanzania", "Tanzanian", "Dodoma"),
    country("Zambia", "Zambian", "Lusaka"),
];

/// Countries that take an article.
pub(crate) const ARTICLED: [Country; 7] = [
    country("Czech Republic", "Czech", "Prague"),
    country("Netherlands", "Dutch", "Amsterdam"),
    country("Philippines", "Philippine", "Manila"),
    Country {
        short: Some("CAR"),
        ..country("Central African Republic", "Central African", "Bangui")
    },
    Country {
        short: Some("DRC"),
        ..country("Democratic Republic of the Congo", "Congolese", "Kinshasa")
    },
    Country {
        short: Some("UAE"),
        ..country("United Arab Emirates", "Emirati", "Abu Dhabi")
    },
    Country {
        short: Some("UK"),
        ..country("United Kingdom", "British", "London")
    },
];

pub(crate) const TOWNS: [&str; 21] = [
    "Antofagasta",
    "Arequipa",
    "Bergen",
    "Bouaké",
    "Chittagong",
    "Cochabamba",
    "Esbjerg",
    "Iquitos",
    "Kisumu",
    "Košice",
    "Kutaisi",
    "Lamu",
    "Luang Prabang",
    "Narva",
    "Ndola",
    "Pokhara",
    "Rosario",
    "Salalah",
    "Sihanoukville",
    "Tartu",
    "Walvis Bay",
];

/// People: the whole name, and the part that stands for it alone.
pub(crate) const PEOPLE: [(&str, &str); 37] = [
    ("Adrian Calloway", "Calloway"),
    ("Ahmad Rostami", "Rostami"),
    ("Aigerim Bekova", "Bekova"),
    ("Amadou Keita", "Keita"),
    ("Andrej Kovalik", "Kovalik"),
    ("Anneliese Brandt", "Brandt"),
    ("Bilal Qureshi", "Qureshi"),
    ("Chen Weiming", "Chen"),
    ("Daniel Okoro", "Okoro"),
    ("Dilshan Perera", "Perera"),
    ("Elif Karaca", "Karaca"),
    ("Emeka Nwosu", "Nwosu"),
    ("Fatima al-Khatib", "al-Khatib"),
    ("Giorgi Beridze", "Beridze"),
    ("Graham Whitlock", "Whitlock"),
    ("Ha Joon Seok", "Ha"),
    ("Hiroshi Tanabe", "Tanabe"),
    ("Ingrid Solheim", "Solheim"),
    ("Jakub Wrona", "Wrona"),
    ("Javier Montoya", "Montoya"),
    ("Joao Teixeira", "Teixeira"),
    ("Kwame Asante", "Asante"),
    ("Lars Vestergaard", "Vestergaard"),
    ("Leila Haddad", "Haddad"),
    ("Maryam Tawfik", "Tawfik"),
    ("Min Thura Zaw", "Min"),
    ("Nadia Benali", "Benali"),
    ("Nguyen Thanh Long", "Nguyen"),
    ("Oleksii Hrytsenko", "Hrytsenko"),
    ("Paolo Ferrante", "Ferrante"),
    ("Priya Raman", "Raman"),
    ("Ruth Mwangi", "Mwangi"),
    ("Samuel Abebe", "Abebe"),
    ("Sok Vannak", "Sok"),
    ("Tomasz Zielonka", "Zielonka"),
    ("Yusuf Demirel", "Demirel"),
    ("Zanele Khumalo", "Khumalo"),
];

/// Houses that stand for an office.
pub(crate) const SEATS: [&str; 8] = [
    "Blue House",
    "Bundestag",
    "Casa Rosada",
    "Knesset",
    "Pentagon",
    "Planalto",
    "Quirinale",
    "Élysée",
];

pub(crate) const MINISTRIES: [&str; 8] = [
    "Agriculture Ministry",
    "Defense Ministry",
    "Energy Ministry",
    "Finance Ministry",
    "Health Ministry",
    "Interior Ministry",
    "Justice Ministry",
    "Trade Ministry",
];

/// Parties of a country, which follows.
pub(crate) const PARTIES: [&str; 8] = [
    "Conservative Party of",
    "Democratic Rally of",
    "Farmers’ Union of",
    "Liberal Alliance of",
    "National Front of",
    "People’s Congress of",
    "Popular Movement of",
    "Socialist Party of",
];

/// News agencies under the letters that stand under pictures.
pub(crate) const AGENCIES: [&str; 6] = ["AAP", "AFP", "ANSA", "DPA", "EFE", "PTI"];

pub(crate) const MEDIA: [&str; 14] = [
    "Aftenposten",
    "BusinessDay",
    "Channel 12",
    "Dagbladet",
    "Delfi",
    "Harbourwire News",
    "Infobae",
    "Kathmandu Post",
    "NDTV",
    "News18",
    "Premium Times",
    "Rappler",
    "Il Post",
    "Zeit Online",
];

/// Bodies of many states.
pub(crate) const BODIES: [&str; 11] = [
    "African Union",
    "Andean Community",
    "Arab League",
    "Commonwealth",
    "European Union",
    "Gulf Cooperation Council",
    "Organization of American States",
    "Pacific Islands Forum",
    "Red Cross",
    "World Bank",
    "World Trade Organization",
];

pub(crate) const FORUMS: [&str; 10] = [
    "Antalya Diplomacy Forum",
    "Caspian Investment Forum",
    "Delphi Economic Forum",
    "Doha Forum",
    "Halifax International Security Forum",
    "Munich Security Conference",
    "Sahel Development Forum",
    "Southern Trade Forum",
    "World Economic Forum",
    "World Water Forum",
];

/// What the world counts its years from.
pub(crate) const UPHEAVALS: [&str; 8] = [
    "Arab Spring",
    "Asian financial crisis",
    "Ebola epidemic",
    "H1N1 pandemic",
    "SARS epidemic",
    "Velvet Revolution",
    "World Cup",
    "Zika epidemic",
];

pub(crate) const PENINSULAS: [&str; 8] = [
    "Arabian Peninsula",
    "Balkan Peninsula",
    "Horn of Africa",
    "Iberian Peninsula",
    "Indian Subcontinent",
    "Kola Peninsula",
    "Malay Peninsula",
    "Sinai Peninsula",
];

/// Regions within a country.
pub(crate) const REGIONS: [&str; 8] = [
    "Deep South",
    "Gran Chaco",
    "Highlands",
    "Lake District",
    "Mekong Delta",
    "Niger Delta",
    "North Caucasus",
    "Rift Valley",
];

/// Parts of continents.
pub(crate) const PARTS: [&str; 10] = [
    "Central America",
    "Central Asia",
    "East Africa",
    "Eastern Europe",
    "North Africa",
    "Northern Europe",
    "South Asia",
    "Southeast Asia",
    "Southern Africa",
    "West Africa",
];

/// Parts of the world that are said to think alike, and what is of them.
pub(crate) const WORLDS: [(&str, &str); 6] = [
    ("Balkans", "Balkan"),
    ("Caribbean", "Caribbean"),
    ("East", "Eastern"),
    ("Gulf", "Gulf"),
    ("Levant", "Levantine"),
    ("Maghreb", "Maghrebi"),
];
