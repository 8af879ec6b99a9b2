// Every feature that answers over HTTP: its declared endpoints and the functions behind them.
import { api as custodyApi } from '../features/custody/api.ts'
import * as handIn from '../features/custody/actions/hand-in.ts'
import * as handOut from '../features/custody/actions/hand-out.ts'
import * as life from '../features/custody/actions/life.ts'
import { api as devicesApi } from '../features/devices/api.ts'
import * as deviceList from '../features/devices/actions/list.ts'
import * as deviceRegister from '../features/devices/actions/register.ts'
import { api as goalsApi } from '../features/goals/api.ts'
import * as goals from '../features/goals/actions.ts'
import { api as organisationsApi } from '../features/organisations/api/organisation.ts'
import * as organisations from '../features/organisations/actions.ts'
import { implement, type Bound } from './implement.ts'

export const features: readonly (readonly Bound[])[] = [
  implement('organisations', organisationsApi, organisations),
  implement('devices', devicesApi, { ...deviceList, ...deviceRegister }),
  implement('goals', goalsApi, goals),
  implement('custody', custodyApi, { ...handOut, ...handIn, ...life }),
]
