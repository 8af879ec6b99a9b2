// What the addresses say. The whole of a new order stands in its address, so that back works.
import {
  day,
  many,
  oneOf,
  text,
  whole,
  type Reader,
  type SearchOf,
} from '../../../web/kit/search.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { newReasons } from '../rules/needs.ts'
import { orderStates } from '../rules/orders.ts'

export const ordersSearch = { state: oneOf(['', ...orderStates], '') }
/** The need that is opened. */
export const needSearch = { need: text }
/** The proposals that are shown, and the need of them that is opened. */
export const proposalSearch = { shown: oneOf(['', 'met', 'unmet'], ''), need: text }

const inches: Reader<number> = ([first]) =>
  first && /^\d{1,3}(\.\d)?$/.test(first) ? Number(first) : 0

/** The profile that is opened. */
export const comingsSearch = { profile: text }

export const steps = ['need', 'have', 'reuse', 'new', 'send'] as const
export type StepId = (typeof steps)[number]

export const newOrderSearch = {
  step: oneOf(steps, 'need'),
  whose: oneOf(['me', 'person', 'unit', 'replace'], 'me'),
  /** What has been pasted of a refresh round: a code of a device on each line. */
  codes: text,
  holder: text,
  unit: text,
  kind: oneOf(deviceKinds, 'laptop'),
  count: whole(1),
  from: day,
  until: day,
  special: text,
  replaces: text,
  memory: whole(0),
  storage: whole(0),
  /** Inches, with one decimal where it has one. */
  screen: inches,
  cores: whole(0),
  /** The year of its generation. */
  processor: whole(0),
  os: oneOf(['', ...osFamilies], ''),
  grade: oneOf(['', 'A', 'B', 'C', 'D'], ''),
  place: text,
  device: many,
  rest: oneOf(['', 'wait', 'shop', 'new'], ''),
  /** What is bought of a partner, with `rest=shop`. */
  listing: text,
  service: text,
  reason: oneOf(['', ...newReasons], ''),
  words: text,
  /** What has been typed of the coding string: `ansvar=4711`. */
  coding: many,
}
export type Draft = SearchOf<typeof newOrderSearch>
