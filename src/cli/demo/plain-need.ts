// A need that asks for nothing but its kind; orders say what they ask beside it.
import type { Input } from '../../core/endpoint.ts'
import type { ordersApi } from '../../features/ordering/api/orders.ts'

export type Need = Input<typeof ordersApi.createOrder>['body']['needs'][number]

export const plain: Need = {
  ...{ kind: 'laptop', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null, holderId: null, unitId: null, placeId: null },
  ...{ neededFromOn: '', untilOn: null, specialNeed: null, way: 'pool', serviceId: null },
  ...{ newReason: null, newWords: null, deviceId: null, replacesId: null },
}
