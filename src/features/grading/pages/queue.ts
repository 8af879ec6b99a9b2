// Which devices wait for grading: erased ones, and received ones that bear no data.
import type { Input } from '../../../core/endpoint.ts'
import type { api as devices } from '../../devices/api.ts'

export type QueueView = 'queue' | 'graded'
type Filters = Input<typeof devices.countDevices>['query']

export const queueFilters = (view: QueueView, custodianId: string | undefined): Filters => ({
  ...(custodianId !== undefined && { custodianId }),
  ...(view === 'graded'
    ? { status: ['graded'] as 'graded'[] }
    : {
        status: ['received', 'erased'] as ('received' | 'erased')[],
        dataState: ['notDataBearing', 'unused', 'erased', 'destroyed'] as (
          'notDataBearing' | 'unused' | 'erased' | 'destroyed'
        )[],
      }),
})
