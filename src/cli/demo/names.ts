// Invented people and places. Any likeness to a real municipality is chance.

export const firstNames = [
  ...['Anna', 'Elin', 'Karin', 'Sara', 'Maria', 'Åsa', 'Linnéa', 'Nour', 'Fatima', 'Ingrid'],
  ...['Johan', 'Erik', 'Lars', 'Ali', 'Mikael', 'Farid', 'Tomas', 'Per', 'Jonas', 'Björn'],
  ...['Greta', 'Sofia', 'Amina', 'Märta', 'Ebba', 'Hassan', 'Oskar', 'Viktor', 'Lovisa', 'Örjan'],
] as const

export const lastNames = [
  ...['Sandberg', 'Rahimi', 'Öhman', 'Lindahl', 'Björk', 'Haddad', 'Nordin', 'Åkesson', 'Berg'],
  ...['Dahl', 'Lund', 'Osman', 'Ek', 'Holm', 'Nyström', 'Wallin', 'Engström', 'Fors', 'Ståhl'],
  ...['Hedlund', 'Sjöberg', 'Axelsson', 'Norberg', 'Månsson', 'Yilmaz', 'Petrović', 'Löfgren'],
  ...['Åberg', 'Sundin', 'Vikström', 'Käll', 'Rosén', 'Hägg', 'Ström', 'Ahlgren', 'Bergqvist'],
] as const

export interface DepartmentName {
  readonly name: string
  readonly costCentre: string
  readonly share: number
  readonly units: readonly string[]
}

/** Eight departments; the share is how much of the equipment is theirs. */
export const departments: readonly DepartmentName[] = [
  {
    name: 'Utbildningsförvaltningen',
    costCentre: '30',
    share: 0.4,
    units: [
      'Gläntans förskola',
      'Åbrinks skola',
      'Vikens gymnasium',
      'Lärcenter Norr',
      'Elevhälsan',
      'Utbildningskontoret',
    ],
  },
  {
    name: 'Omsorgsförvaltningen',
    costCentre: '40',
    share: 0.18,
    units: ['Hemtjänst Öst', 'Hemtjänst Väst', 'Solgårdens äldreboende', 'Biståndsenheten'],
  },
  {
    name: 'Socialförvaltningen',
    costCentre: '45',
    share: 0.1,
    units: ['Barn och familj', 'Ekonomiskt bistånd', 'Vuxenenheten'],
  },
  {
    name: 'Kultur- och fritidsförvaltningen',
    costCentre: '50',
    share: 0.07,
    units: ['Kulturskolan', 'Stadsbiblioteket', 'Simhallen', 'Fritidsgårdarna'],
  },
  {
    name: 'Samhällsbyggnadsförvaltningen',
    costCentre: '60',
    share: 0.09,
    units: ['Bygglov', 'Kart och mät', 'Gata och park'],
  },
  {
    name: 'Serviceförvaltningen',
    costCentre: '70',
    share: 0.07,
    units: ['Måltid', 'Fastighet', 'Kontaktcenter'],
  },
  {
    name: 'Kommunledningsförvaltningen',
    costCentre: '10',
    share: 0.06,
    units: ['Kansliet', 'Ekonomi', 'HR', 'IT-enheten'],
  },
  {
    name: 'Räddningstjänsten',
    costCentre: '80',
    share: 0.03,
    units: ['Station Centrum', 'Förebyggande'],
  },
]

export interface ModelName {
  readonly maker: string
  readonly model: string
  readonly priceOre: number
  readonly ramMb?: number
  readonly storageGb?: number
  readonly osName?: string
  /** First letters of its serial numbers. */
  readonly serial: string
}

export const models = {
  laptop: [
    {
      maker: 'Lenovo',
      model: 'ThinkPad T14 G2',
      priceOre: 1_149_000,
      ramMb: 16384,
      storageGb: 512,
      osName: 'Windows 11',
      serial: 'PF3',
    },
    {
      maker: 'Lenovo',
      model: 'ThinkPad L13 G2',
      priceOre: 899_000,
      ramMb: 8192,
      storageGb: 256,
      osName: 'Windows 11',
      serial: 'PF2',
    },
    {
      maker: 'Dell',
      model: 'Latitude 5420',
      priceOre: 999_000,
      ramMb: 16384,
      storageGb: 256,
      osName: 'Windows 11',
      serial: '8H1',
    },
    {
      maker: 'HP',
      model: 'ProBook 450 G8',
      priceOre: 869_000,
      ramMb: 8192,
      storageGb: 256,
      osName: 'Windows 11',
      serial: '5CD',
    },
    {
      maker: 'Apple',
      model: 'MacBook Air M1',
      priceOre: 1_199_000,
      ramMb: 8192,
      storageGb: 256,
      osName: 'macOS',
      serial: 'FVFGK',
    },
  ],
  desktop: [
    {
      maker: 'Dell',
      model: 'OptiPlex 3080',
      priceOre: 699_000,
      ramMb: 8192,
      storageGb: 256,
      osName: 'Windows 10',
      serial: 'J7K',
    },
    {
      maker: 'HP',
      model: 'EliteDesk 800 G6',
      priceOre: 849_000,
      ramMb: 16384,
      storageGb: 512,
      osName: 'Windows 10',
      serial: 'CZC',
    },
  ],
  monitor: [
    { maker: 'Dell', model: 'P2422H', priceOre: 229_000, serial: 'CN0' },
    { maker: 'Philips', model: '243B9', priceOre: 249_000, serial: 'UK0' },
  ],
  smartphone: [
    {
      maker: 'Apple',
      model: 'iPhone SE',
      priceOre: 499_000,
      storageGb: 64,
      osName: 'iOS',
      serial: 'F17',
    },
    {
      maker: 'Samsung',
      model: 'Galaxy XCover 5',
      priceOre: 329_000,
      storageGb: 64,
      osName: 'Android',
      serial: 'R5C',
    },
  ],
} satisfies Record<string, readonly ModelName[]>
export type DemoKind = keyof typeof models
