// Stations at the bench: enrolment, what waits for them, and the signed results they send.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { ErasureResult } from './results.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Person = Closed({ id: UuidType(), name: Nullable(Type.String()) })
const Level = Choice(['clear', 'purge', 'destroy'])

const Station = Closed({
  id: UuidType(),
  name: Type.String(),
  place: Nullable(Type.String()),
  timeZone: Type.String(),
  /** SHA-256 of the public key, in hexadecimal: what the station shows as well. */
  keyFingerprint: Type.String(),
  /** Ed25519, raw, in base64url: what its documents are checked with. */
  publicKey: Type.String(),
  software: Nullable(Type.String()),
  enrolledAt: InstantType(),
  enrolledBy: Person,
  seenAt: InstantType(),
  /** Server minus station, when they last met. */
  clockOffsetMs: Type.Integer(),
  results: Closed({
    issued: Type.Integer(),
    waiting: Type.Integer(),
    refused: Type.Integer(),
  }),
  revokedAt: Nullable(InstantType()),
  revokedBy: Nullable(Person),
})

const stationId = { params: Closed({ stationId: UuidType() }) }
/** What a station and its server tell each other whenever they meet. */
const Met = Closed({
  serverTime: InstantType(),
  /** Who may stand at the bench, so that a run names its operator also without a network. */
  operators: Type.Array(Closed({ id: UuidType(), name: Type.String() })),
})

export const stationApi = {
  enrolStation: endpoint({
    method: 'POST',
    path: '/erasure-stations',
    permission: 'erasure.review',
    summary: 'Registers the public key of a station; its API token is shown once, here.',
    body: Closed({
      name: Text(100),
      place: Type.Optional(Nullable(Text(200))),
      timeZone: Text(100),
      publicKey: Text(100),
      software: Type.Optional(Nullable(Text(100))),
      /** The station’s clock as it sends this. */
      sentAt: InstantType(),
    }),
    status: 201,
    output: Closed({ ...Station.properties, token: Type.String(), ...Met.properties }),
    refusals: ['time-zone-unknown', 'station-key-wrong', 'station-key-known', 'name-taken'],
  }),
  listStations: endpoint({
    method: 'GET',
    path: '/erasure-stations',
    permission: 'erasure.see',
    summary: 'The stations of the organisation, also those that were revoked.',
    output: Closed({ items: Type.Array(Station), next: Type.Null() }),
    refusals: [],
  }),
  getStation: endpoint({
    method: 'GET',
    path: '/erasure-stations/{stationId}',
    permission: 'erasure.see',
    summary: 'One station.',
    ...stationId,
    output: Station,
    refusals: ['station-not-found'],
  }),
  listStationResults: endpoint({
    method: 'GET',
    path: '/erasure-stations/{stationId}/results',
    permission: 'erasure.see',
    summary: 'What the station has reported, the latest first.',
    ...stationId,
    query: Closed(PageQuery),
    output: PageOf(ErasureResult),
    refusals: ['station-not-found', 'cursor-unknown'],
  }),
  revokeStation: endpoint({
    method: 'POST',
    path: '/erasure-stations/{stationId}/revocation',
    permission: 'erasure.review',
    summary: 'Revokes a station: its token stops at once, and what it signs is taken no more.',
    ...stationId,
    output: Station,
    refusals: ['station-not-found', 'station-revoked'],
  }),
  contactStation: endpoint({
    method: 'POST',
    path: '/erasure-stations/{stationId}/contact',
    permission: 'erasure.record',
    summary: 'A station tells that it is there and what its clock says, and learns the server’s.',
    ...stationId,
    body: Closed({
      sentAt: InstantType(),
      timeZone: Text(100),
      software: Type.Optional(Nullable(Text(100))),
    }),
    output: Met,
    refusals: ['station-not-found', 'station-revoked', 'time-zone-unknown'],
  }),
  listStationWork: endpoint({
    method: 'GET',
    path: '/erasure-stations/{stationId}/work',
    permission: 'erasure.record',
    summary: 'Devices that wait for erasure, with the level each owner asks for by kind of medium.',
    ...stationId,
    query: Closed(PageQuery),
    output: PageOf(
      Closed({
        deviceId: UuidType(),
        assetTag: Nullable(Type.String()),
        serialNumber: Nullable(Type.String()),
        maker: Type.String(),
        model: Type.String(),
        requiredLevel: Closed({ magnetic: Level, flash: Level, hybrid: Level, unknown: Level }),
        /** Serials of the media that are known to be in it. */
        media: Type.Array(Type.String()),
      }),
    ),
    refusals: ['station-not-found', 'station-revoked', 'cursor-unknown'],
  }),
  sendStationResult: endpoint({
    method: 'POST',
    path: '/erasure-stations/{stationId}/results',
    permission: 'erasure.record',
    summary:
      'One signed document `omlopp-station/1`, verbatim; it is judged as any evidence. Sent again it answers as the first time.',
    ...stationId,
    body: Closed({
      /** The JCS text that was signed. */
      document: Text(3_500_000),
      /** Ed25519 over its UTF-8 bytes, in base64. */
      signature: Text(200),
    }),
    output: Closed({
      evidenceId: UuidType(),
      /** It had come before; nothing was recorded anew. */
      known: Type.Boolean(),
      result: Nullable(ErasureResult),
    }),
    refusals: [
      'station-not-found',
      'station-revoked',
      'station-signature-wrong',
      'station-document-unreadable',
      'station-document-of-another',
      'station-run-differs',
      'time-zone-unknown',
      'evidence-duplicate',
    ],
  }),
}
