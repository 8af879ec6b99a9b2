// Published and derived figures that the method quotes: equivalences, grid mixes, freight, and what
// others say of the same devices. An equivalence is help for the eye, never a measurement, and is
// shown with its factor and year: a cleaner grid makes more refrigerators of the same kilogram.

export interface Equivalence {
  readonly value: number
  readonly unit: string
  readonly source: string
  /** Null where the page it comes from bears no year. */
  readonly year: number | null
}

const of = (value: number, unit: string, source: string, year: number | null): Equivalence => ({
  value,
  unit,
  source,
  year,
})

// prettier-ignore
export const equivalences = {
  fridge_year_inrego_legacy: of(10.4167, 'kg CO2e per fridge and year', 'derived: Inrego diploma 2 800 t = 268 800 fridges (exactly 96 fridges per tonne); reproduces Skanska 9 800 and Kalmar 34 664', 2016),
  fridges_per_tonne_inrego_legacy: of(96, 'fridge-years per tonne CO2e', 'derived: Inrego diploma 2016', 2016),
  car_inrego_legacy: of(0.173, 'kg CO2e per km', 'derived: 404 laps for 2 800 t gives 0.1727-0.1732 with 40 075 km; reproduces Kalmar 52 laps', 2016),
  earth_lap_car_inrego_legacy: of(6932.97, 'kg CO2e per lap', 'derived: 0.173 kg/km x 40 075 km', 2016),
  apartment_heat_year_inrego_legacy: of(250, 'kg CO2e per apartment and year', 'derived: Inrego diploma 2 800 t = 11 200 apartments; Skanska 102 t = 408 apartments', 2016),
  car_trip_stockholm_goteborg_inrego_2011: of(71.66, 'kg CO2e per trip', 'derived: Inrego environmental accounts 2011, 5 413 277 kg = 75 541 trips', 2011),
  villa_heat_year_inrego_2011: of(2942, 'kg CO2e per villa and year', 'derived: Inrego environmental accounts 2011, 1 840 villas', 2011),
  earth_circumference: of(40075, 'km', 'WGS 84 equator 40 075.017 km; Systembolaget method page uses 40 075', 1984),
  fridge_kwh_year_default: of(250, 'kWh per fridge and year', 'German federal efficiency campaign (deutschland-machts-effizient) rule of thumb, one-person household; four persons 375; undated page', null),
  fridge_kwh_year_low: of(110, 'kWh per fridge and year', 'Finnish consumer energy page, 0.3 kWh per day; undated page', null),
  fridge_kwh_year_high: of(329, 'kWh per fridge and year', 'Finnish consumer energy page, 0.9 kWh per day; undated page', null),
  fridge_year_recommended: of(14.75, 'kg CO2e per fridge and year', 'computed: 250 kWh x Nordic mix 2021-2023', 2025),
  fridge_use_year_ademe: of(8.832, 'kg CO2e per fridge and year (French mix, use only)', 'ADEME via incubateur-ademe/impactco2 electromenager.ts @8076a48; study year not stated there', null),
  car_fleet_sweden_recommended: of(0.146, 'kg CO2 per km (tailpipe, whole car fleet)', 'Trafikverket via Mobility Sweden', 2019),
  car_fleet_sweden_2018: of(0.149, 'kg CO2 per km (tailpipe, whole car fleet)', 'Trafikverket via Mobility Sweden', 2018),
  car_fleet_sweden_2022_nedc: of(0.1326, 'kg CO2 per km (certified NEDC, tailpipe)', 'Miljobarometern / SCB', 2022),
  car_petrol_sweden: of(0.16, 'kg CO2e per km', 'Systembolaget method page', 2016),
  earth_lap_car_recommended: of(5850.95, 'kg CO2 per lap', 'computed: 0.146 kg/km x 40 075 km', 2019),
  earth_lap_car_ademe: of(7570.83, 'kg CO2e per lap (petrol sedan, 40 000 km, fuel chain and car production included)', 'ADEME Base Empreinte via incubateur-ademe/impactco2 @8076a48', 2026),
  electricity_nordic_mix_2021_2023: of(0.059, 'kg CO2e per kWh', 'IVL, Emissionsfaktor for nordisk elmix 2021-2023 (life cycle, import and export)', 2025),
  electricity_nordic_mix_ivl_2021: of(0.09, 'kg CO2e per kWh', 'IVL/SMED report 4 2021, mean of three years before 2020 (about 90 g)', 2021),
  electricity_sweden_2019: of(0.04, 'kg CO2e per kWh', 'Scarlat et al. 2022 via BoaviztAPI factors @15878f0', 2019),
  electricity_sweden_2023_lifecycle: of(0.0407, 'kg CO2e per kWh', 'Ember via Statista', 2023),
  electricity_nordic_residual_2019: of(0.33853, 'kg CO2 per kWh', 'Energimarknadsinspektionen (Grexel)', 2019),
  electricity_nordic_residual_2021: of(0.37199, 'kg CO2 per kWh', 'Energimarknadsinspektionen (Grexel)', 2021),
  electricity_nordic_residual_2023: of(0.5241, 'kg CO2 per kWh', 'Energimarknadsinspektionen (Grexel)', 2023),
  electricity_nordic_supplier_mix_2022: of(0.2401, 'kg CO2e per kWh (life cycle)', 'Miljobarometern, 66.7 g/MJ', 2022),
  electricity_nordic_residual_2022_lifecycle: of(0.4676, 'kg CO2e per kWh (life cycle)', 'Miljobarometern, 129.9 g/MJ', 2022),
  electricity_europe_2019: of(0.38, 'kg CO2e per kWh (BoaviztAPI default EEE)', 'Scarlat et al. 2022 via BoaviztAPI factors @15878f0', 2019),
  electricity_eu27_2018_production: of(0.281, 'kg CO2e per kWh', 'European Environment Agency', 2018),
  electricity_world: of(0.39, 'kg CO2e per kWh (plain mean of countries)', 'BoaviztAPI factors @15878f0', 2020),
  freight_road_rigid_truck: of(0.21083, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  freight_road_articulated_truck: of(0.08009, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  freight_van_diesel: of(0.57405, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  freight_air_long_haul: of(1.01381, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  freight_rail: of(0.02749, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  freight_container_ship: of(0.01592, 'kg CO2e per tonne-km', 'UK Government factors via TomBurdge/Carbon-benefit-IT-Refurbishment @85c2db7', 2023),
  published_laptop_reuse_ivl_2020: of(280, 'kg CO2e per reused laptop (substitution 1:1)', 'IVL/Inrego', 2020),
  published_monitor_reuse_ivl_2020: of(520, 'kg CO2e per reused monitor (470 in an early press text)', 'IVL/Inrego', 2020),
  published_smartphone_reuse_ivl_2020: of(55, 'kg CO2e per reused smartphone', 'IVL/Inrego', 2020),
  published_laptop_reuse_inrego_2005model: of(69, 'kg CO2e per reused laptop, whole; half is 34 on invoices', 'Inrego (TU Berlin 2005 model)', 2011),
  published_desktop_reuse_inrego_2005model: of(109, 'kg CO2e per reused desktop, whole; half is 54', 'Inrego (TU Berlin 2005 model)', 2011),
  published_lcd_reuse_inrego_2005model: of(41, 'kg CO2e per reused LCD monitor, whole; half is 20', 'Inrego (TU Berlin 2005 model)', 2011),
  published_mobile_reuse_inrego_2005model: of(27, 'kg CO2e per reused mobile phone, whole', 'Inrego (TU Berlin 2005 model)', 2017),
  published_smartphone_reuse_ademe: of(24.6, 'kg CO2e per year of second use', 'ADEME', 2022),
  published_laptop_reuse_ademe: of(27, 'kg CO2e per year of second use', 'ADEME', 2022),
  published_laptop_reuse_3stepit: of(225, 'kg CO2e per reused laptop (600 to 375 kg over 2 x 3 years)', '3stepIT / EY', 2017),
  published_inrego_mean_2011: of(45.35, 'kg CO2e per reused unit (computers and monitors)', 'derived: Inrego environmental accounts 2011', 2011),
  published_inrego_mean_2016: of(10.77, 'kg CO2e per reused unit (all products)', 'derived: Inrego 2016', 2016),
  published_inrego_mean_2023: of(253.11, 'kg CO2e per reused unit (all products)', 'derived: Inrego 2023 via Miljo & Utveckling', 2023),
  refurbish_phone_fraunhofer: of(2.8, 'kg CO2e per refurbished iPhone 11', 'refurbed / Fraunhofer Austria', 2022),
  refurbish_phone_carbon_trust: of(15, 'kg CO2e per refurbished phone, approximate', 'Carbon Trust', 2024),
  refurbish_laptop_3stepit: of(25, 'kg CO2e per second shipping incl. refurbishing (375 - 225 - 25 - 50 - 50)', '3stepIT / EY', 2017),
  waste_in_production_laptop: of(1200, 'kg waste per laptop produced', 'IVL', 2015),
  waste_in_production_mobile: of(86, 'kg waste per mobile phone produced', 'IVL', 2015),
} satisfies Record<string, Equivalence>
