// People, units, places and models that rows name, found once per run or made anew.
import type { OrganisationId, PersonId, PlaceId, UnitId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { nameKey } from '../../catalogue/rules/keys.ts'
import type { ImportValues } from '../rules/import/fields.ts'
import { makerKey } from '../rules/import/plan.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import * as lookup from '../store/import-lookup.ts'
import type { NewNames } from '../store/import-write.ts'

const AMBIGUOUS = 'ambiguous'

export interface Names {
  /** Looks up what these rows name and is not known yet. */
  load(tx: Tx, rows: readonly ImportValues[]): Promise<void>
  /** Null: nobody is named. `ambiguous`: several people answer to the name. */
  holder(values: ImportValues, unitId: UnitId | null): PersonId | typeof AMBIGUOUS | null
  unit(values: ImportValues): UnitId | null
  place(values: ImportValues): PlaceId | null
  model(values: ImportValues, kind: DeviceKind): Uuid | null
  /** What has been made since the last call; it is to be written with the batch. */
  made(): NewNames
  /** Forgets everything: what was made has been rolled back, or somebody else made it. */
  forget(): void
}

const text = (value: ImportValues[keyof ImportValues]): string =>
  typeof value === 'string' ? value : ''

const nothing = (): NewNames => ({ people: [], units: [], places: [], models: [] })

export function namesOf(own: OrganisationId, newId: () => Uuid): Names {
  /** Ids by `e` e-mail, `u` user name, `n` name of a person, `o` unit, `p` place, `m` model. */
  const known = new Map<string, Uuid | null>()
  let fresh = nothing()

  async function load(tx: Tx, rows: readonly ImportValues[]) {
    const wanted = new Map<string, { letter: string; key: string }>()
    const want = (letter: string, key: string) => {
      if (key !== '' && !known.has(letter + key)) wanted.set(letter + key, { letter, key })
    }
    for (const values of rows) {
      const { email, username, name } = holderKeys(values)
      for (const key of [email, username])
        if (key !== '') {
          want('e', key)
          want('u', key)
        }
      if (email === '' && username === '') want('n', name)
      want('o', text(values.unitName).toLowerCase())
      want('p', text(values.placeName).toLowerCase())
      const model = nameKey(text(values.model))
      if (model !== '') want('m', `${makerKey(text(values.maker))}|${model}`)
    }
    if (wanted.size === 0) return
    const of = (letter: string) =>
      [...wanted.values()].filter((one) => one.letter === letter).map((one) => one.key)
    for (const key of wanted.keys()) known.set(key, null)
    const [emails, usernames, people] = [of('e'), of('u'), of('n')]
    if (emails.length + usernames.length > 0)
      for (const person of await lookup.people(tx, own, emails, usernames)) {
        if (person.email) found(`e${person.email}`, person.id)
        if (person.username) found(`u${person.username}`, person.id)
      }
    if (people.length > 0)
      for (const person of await lookup.peopleByName(tx, own, people))
        several(person.name, person.id)
    const units = of('o')
    if (units.length > 0)
      for (const unit of await lookup.units(tx, own, units)) found(`o${unit.name}`, unit.id)
    const places = of('p')
    if (places.length > 0)
      for (const place of await lookup.places(tx, own, places)) found(`p${place.name}`, place.id)
    const models = of('m').map((key) => key.split('|') as [string, string])
    if (models.length > 0)
      for (const model of await lookup.models(
        tx,
        own,
        models.map(([maker]) => maker),
        models.map(([, name]) => name),
      ))
        found(`m${model.makerKey}|${model.nameKey}`, model.id)
  }

  /** The first of several stands. */
  const found = (key: string, id: Uuid) => void (known.get(key) ?? known.set(key, id))
  const several = (name: string, id: Uuid) => {
    const before = known.get(`n${name}`)
    known.set(`n${name}`, before && before !== id ? AMBIGUOUS : id)
  }

  function holder(values: ImportValues, unitId: UnitId | null) {
    const { email, username, name } = holderKeys(values)
    const keys =
      email === '' && username === ''
        ? name === ''
          ? []
          : [`n${name}`]
        : [email, username].filter(Boolean).flatMap((key) => [`e${key}`, `u${key}`])
    if (keys.length === 0) return null
    for (const key of keys) {
      const id = known.get(key)
      if (id) return id
    }
    const person = {
      id: newId(),
      name: text(values.holderName) || text(values.holderUsername) || text(values.holderEmail),
      email: text(values.holderEmail) || null,
      username: text(values.holderUsername) || null,
      unitId,
    }
    fresh.people.push(person)
    if (email !== '') known.set(`e${email}`, person.id)
    if (username !== '') known.set(`u${username}`, person.id)
    // A later row may give the name alone.
    const called = person.name.toLowerCase()
    if (known.has(`n${called}`)) several(called, person.id)
    return person.id
  }

  function unit(values: ImportValues) {
    const name = text(values.unitName)
    if (name === '') return null
    const key = `o${name.toLowerCase()}`
    const id = known.get(key)
    if (id) return id
    const made = { id: newId(), name, costCentre: text(values.costCentre) || null }
    fresh.units.push(made)
    known.set(key, made.id)
    return made.id
  }

  function place(values: ImportValues) {
    const name = text(values.placeName)
    if (name === '') return null
    const key = `p${name.toLowerCase()}`
    const id = known.get(key)
    if (id) return id
    const made = { id: newId(), name }
    fresh.places.push(made)
    known.set(key, made.id)
    return made.id
  }

  function model(values: ImportValues, kind: DeviceKind) {
    const name = text(values.model)
    if (name === '') return null
    const maker = text(values.maker)
    const made = { makerKey: makerKey(maker), nameKey: nameKey(name) }
    const key = `m${made.makerKey}|${made.nameKey}`
    const id = known.get(key)
    if (id) return id
    const modelNumber = text(values.modelNumber) || null
    const next = { id: newId(), kind, maker, name, modelNumber, ...made }
    fresh.models.push(next)
    known.set(key, next.id)
    return next.id
  }

  return {
    load,
    holder,
    unit,
    place,
    model,
    made() {
      const made = fresh
      fresh = nothing()
      return made
    },
    forget() {
      known.clear()
      fresh = nothing()
    },
  }
}

const holderKeys = (values: ImportValues) => ({
  email: text(values.holderEmail).toLowerCase(),
  username: text(values.holderUsername).toLowerCase(),
  name: text(values.holderName).toLowerCase(),
})
