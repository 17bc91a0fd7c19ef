//! Where invented people get their names and places of birth. No name here belongs to a real person.

/// People of one background.
pub(super) struct Origin {
    /// How many of all people, in thousandths.
    pub(super) weight: u32,
    /// Women's, then men's.
    pub(super) given: [&'static [&'static str]; 2],
    /// Voorvoegsel and surname.
    pub(super) surnames: &'static [(&'static str, &'static str)],
    /// Place and country of who was not born in the Netherlands.
    pub(super) abroad: &'static [(&'static str, &'static str)],
}

/// Towns in the Netherlands where people are born.
pub(super) const TOWNS: &[&str] = &[
    "'s-Gravenhage",
    "'s-Hertogenbosch",
    "Almere",
    "Amersfoort",
    "Amsterdam",
    "Apeldoorn",
    "Bergen op Zoom",
    "Boarnsterhim",
    "Capelle aan den IJssel",
    "Deventer",
    "Dokkum",
    "Dordrecht",
    "Drachten",
    "Ede",
    "Eindhoven",
    "Enschede",
    "Gorinchem",
    "Groningen",
    "Heerenveen",
    "Hengelo",
    "Hoogezand-Sappemeer",
    "IJsselstein",
    "Leeuwarden",
    "Leiden",
    "Maastricht",
    "Nijmegen",
    "Rotterdam",
    "Skarsterlân",
    "Tilburg",
    "Utrecht",
    "Venlo",
    "Zaanstad",
    "Zwolle",
];

/// Who has one name only.
pub(super) const MONONYMS: &[(&str, &str, &str)] = &[
    ("Suharti", "Surabaya", "Indonesië"),
    ("Wibowo", "Yogyakarta", "Indonesië"),
    ("Zabiullah", "Kunduz", "Afghanistan"),
    ("Mariamgul", "", "Afghanistan"),
    ("Thangavelu", "Jaffna", "Sri Lanka"),
];

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        weight: 430,
        given: [
            &[
                "Anna",
                "Bente",
                "Cornelia",
                "Daniëlle",
                "Eline",
                "Femke",
                "Geertruida",
                "Hanneke",
                "Isa",
                "Johanna",
                "Julia",
                "Kim",
                "Lotte",
                "Maria",
                "Noëlle",
                "Petronella",
                "Roos",
                "Sanne",
                "Sofie",
                "Tessa",
                "Wilhelmina",
                "Zoë",
            ],
            &[
                "Adriaan", "Bram", "Cornelis", "Daan", "Dirk-Jan", "Finn", "Gijsbert", "Hendrik",
                "Jan", "Jeroen", "Johannes", "Lars", "Luuk", "Marinus", "Mees", "Niels", "Pieter",
                "Ruben", "Sem", "Thijs", "Timo", "Willem",
            ],
        ],
        surnames: &[
            ("", "Bakker"),
            ("de", "Boer"),
            ("van den", "Berg"),
            ("van der", "Linden"),
            ("van 't", "Hof"),
            ("'t", "Hart"),
            ("in 't", "Veld"),
            ("op den", "Dries"),
            ("uit den", "Bogaard"),
            ("ter", "Horst"),
            ("ten", "Brinke"),
            ("te", "Wierik"),
            ("den", "Ouden"),
            ("van de", "Ven"),
            ("van", "Dijk"),
            ("de", "Ruyter"),
            ("", "Meijer"),
            ("", "Vermeulen"),
            ("", "Kuipers"),
            ("", "Jansen-Visser"),
            ("", "Hoekstra"),
            ("", "Geelkerken"),
            ("", "Coenegracht"),
            ("", "Schaap"),
            ("van der", "Heijden-Oudekerk"),
        ],
        abroad: &[("Antwerpen", "België"), ("Kleve", "Duitsland")],
    },
    Origin {
        weight: 40,
        given: [
            &["Sjoukje", "Fokje", "Hylkje", "Anneliet", "Jildou"],
            &["Sjoerd", "Wytse", "Tsjerk", "Ûlke", "Jelle", "Bauke"],
        ],
        surnames: &[("", "Hûnekamp"), ("", "Wiersma"), ("", "Dykstra"), ("van der", "Mâr")],
        abroad: &[],
    },
    Origin {
        weight: 90,
        given: [
            &["Ayşe", "Büşra", "Elif", "Gülsüm", "İrem", "Zeynep", "Çiğdem"],
            &["Şükrü", "Oğuzhan", "İbrahim", "Emre", "Çağlar", "Yiğit", "Mehmet"],
        ],
        surnames: &[
            ("", "Yıldız"),
            ("", "Öztürk"),
            ("", "Çelik"),
            ("", "Şahin"),
            ("", "Kılıç"),
            ("", "Güneş"),
            ("", "Doğan"),
        ],
        abroad: &[("Iğdır", "Turkije"), ("Yozgat", "Turkije"), ("Muş", "Turkije")],
    },
    Origin {
        weight: 90,
        given: [
            &["Fatima Zahra", "Naïma", "Hajar", "Oumaïma", "Salma", "Ikrame"],
            &["Mohamed", "Ayoub", "Anass", "Younès", "Bilal", "Zakaria"],
        ],
        surnames: &[
            ("el", "Amrani"),
            ("", "Aït Taleb"),
            ("", "Ma'arouf"),
            ("ben", "Hammou"),
            ("", "Bouazzaoui"),
            ("", "Ouali"),
        ],
        abroad: &[("Al Hoceïma", "Marokko"), ("Nador", "Marokko")],
    },
    Origin {
        weight: 60,
        given: [
            &["Małgorzata", "Agnieszka", "Zofia", "Żaneta", "Łucja"],
            &["Łukasz", "Michał", "Paweł", "Grzegorz", "Bartłomiej", "Kazimierz"],
        ],
        surnames: &[
            ("", "Wiśniewska"),
            ("", "Kowalczyk"),
            ("", "Dąbrowski"),
            ("", "Brzęczyszczykiewicz"),
            ("", "Źrebak"),
            ("", "Żółkoś"),
        ],
        abroad: &[("Łódź", "Polen"), ("Wrocław", "Polen"), ("Częstochowa", "Polen")],
    },
    Origin {
        weight: 70,
        given: [
            &["Shanaya", "Chéryl", "Rushmila", "Soraya", "Anaïs"],
            &["Giovanni", "Dwight", "Radjinder", "Quincy", "Sergio"],
        ],
        surnames: &[
            ("", "Ramdjan"),
            ("", "Abendanon"),
            ("", "Pengel-Kromodimedjo"),
            ("", "Sedney"),
            ("", "Bhagwandin"),
            ("dos", "Ramos"),
        ],
        abroad: &[("Paramaribo", "Suriname"), ("Willemstad", "Curaçao"), ("Mindelo", "Kaapverdië")],
    },
    Origin {
        weight: 80,
        given: [
            &["Rahaf", "Selam", "Amina", "Hiwet", "Shirin", "Nour"],
            &["Abdulrahman", "Yonatan", "Omid", "Filmon", "Karam", "Cabdullaahi"],
        ],
        surnames: &[
            ("al", "Khatib"),
            ("", "Tesfamariam"),
            ("", "Haidari"),
            ("", "Gebreselassie"),
            ("", "Mahmoud"),
            ("", "Xuseen"),
        ],
        abroad: &[
            ("Aleppo", "Syrië"),
            ("Asmara", "Eritrea"),
            ("", "Eritrea"),
            ("Herat", "Afghanistan"),
            ("", "Somalië"),
        ],
    },
    Origin {
        weight: 35,
        given: [
            &["Thị Hồng Nhung", "Mỹ Linh", "Xiǎo Méi", "Ngọc Ánh"],
            &["Văn Đức", "Quốc Huy", "Minh Tuấn", "Wěi"],
        ],
        surnames: &[("", "Nguyễn"), ("", "Trần"), ("", "Đặng"), ("", "Huỳnh"), ("", "Zhāng")],
        abroad: &[("Đà Nẵng", "Vietnam"), ("Wenzhou", "China")],
    },
    Origin {
        weight: 45,
        given: [
            &["Đurđica", "Željka", "Snežana", "Mirjana"],
            &["Đorđe", "Siniša", "Dušan", "Željko"],
        ],
        surnames: &[("", "Đukić"), ("", "Šarčević"), ("", "Živković"), ("", "Hadžiosmanović")],
        abroad: &[("Niš", "Servië"), ("Tuzla", "Bosnië en Herzegovina")],
    },
    Origin {
        weight: 30,
        given: [
            &["Kristín", "Åsa", "Sørine", "Maarja-Liis", "Þóra"],
            &["Søren", "Håkan", "Jørgen", "Jón Þór", "Øystein"],
        ],
        surnames: &[
            ("", "Ångström"),
            ("", "Kjærgård"),
            ("", "Þorláksdóttir"),
            ("", "Ørsted"),
            ("", "Võsu"),
        ],
        abroad: &[("Århus", "Denemarken"), ("Malmö", "Zweden"), ("Keflavík", "IJsland")],
    },
    Origin {
        weight: 30,
        given: [
            &["Ștefania", "Erzsébet", "Kateřina", "Ľubica", "Oleksandra"],
            &["Ionuț", "Győző", "Řehoř", "Ľuboš", "Volodymyr"],
        ],
        surnames: &[
            ("", "Țiriac-Munteanu"),
            ("", "Szőke"),
            ("", "Dvořáková"),
            ("", "Hruška"),
            ("", "Shevchuk"),
        ],
        abroad: &[
            ("Iași", "Roemenië"),
            ("Győr", "Hongarije"),
            ("Ústí nad Labem", "Tsjechië"),
            ("Odesa", "Oekraïne"),
        ],
    },
];
