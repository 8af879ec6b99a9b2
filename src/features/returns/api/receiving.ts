// Receiving by scan, and closing what differs.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { resolutions } from '../rules/discrepancy.ts'
import { Text, ScanAnswers, scanItem, Discrepancy, collectionParams, Collection } from './shapes.ts'

export const api = {
  scanCollection: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/scans',
    permission: 'returns.receive',
    summary: 'Receives by scanned codes. A scan that is sent again counts once.',
    params: collectionParams,
    body: Closed({
      placeId: Type.Optional(Nullable(UuidType())),
      items: Type.Array(scanItem({}), { minItems: 1, maxItems: 500 }),
    }),
    output: ScanAnswers,
    refusals: ['collection-not-found', 'not-receiver', 'place-not-found'],
  }),
  closeReceiving: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/closing',
    permission: 'returns.receive',
    summary: 'Closes the count: what was not scanned is missing, each with a discrepancy.',
    params: collectionParams,
    body: Closed({ allMissing: Type.Optional(Type.Boolean()) }),
    output: Collection,
    refusals: [
      'collection-not-found',
      'not-receiver',
      'receiving-closed',
      'nothing-received-yet',
      'version-changed',
    ],
  }),
  listDiscrepancies: endpoint({
    method: 'GET',
    path: '/discrepancies',
    permission: 'returns.see',
    summary: 'Discrepancies of all collections or one, oldest first.',
    query: Closed({
      collectionId: Type.Optional(UuidType()),
      state: Type.Optional(Choice(['open', 'closed'])),
      ...PageQuery,
    }),
    output: PageOf(Discrepancy),
    refusals: ['cursor-unknown'],
  }),
  reportMismatch: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/discrepancies',
    permission: 'returns.receive',
    summary: 'The receiver reports that a device is not what the delivery note says.',
    params: collectionParams,
    body: Closed({ deviceId: UuidType(), remark: Text(1000) }),
    output: Discrepancy,
    refusals: ['collection-not-found', 'not-receiver', 'line-not-found'],
    status: 201,
  }),
  closeDiscrepancy: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/discrepancies/{discrepancyId}/closing',
    permission: 'returns.settle',
    summary: 'Closes a discrepancy; each side may only take upon itself.',
    params: Closed({ collectionId: UuidType(), discrepancyId: UuidType() }),
    body: Closed({
      resolution: Choice(resolutions),
      remark: Type.Optional(Nullable(Text(1000))),
      /** The version that was read; may instead come as If-Match. */
      version: Type.Optional(Type.Integer()),
      /** With acceptedBySender: which of the sender's devices it is. */
      deviceId: Type.Optional(Nullable(UuidType())),
    }),
    output: Discrepancy,
    refusals: [
      'collection-not-found',
      'discrepancy-not-found',
      'discrepancy-closed',
      'version-changed',
      'resolution-unfit',
      'resolution-other-side',
      'device-missing-in-answer',
      'device-not-found',
      'device-elsewhere',
      'packed-elsewhere',
      'already-packed',
      'status-forbids',
      'not-for-receiver',
      'not-in-transit',
    ],
  }),
}
