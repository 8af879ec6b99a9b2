// Builds queries over the listing.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'

export interface Tables {
  'devices.listing': {
    organisation_id: string
    device_id: string
    status: string
    kind: string
    data_state: string
    grade: string | null
    unit_id: string | null
    holder_id: string | null
    place_id: string | null
    owner_id: string
    custodian_id: string | null
    ends_on: string | null
    status_since: Date
    tag_sort: string
    serial_sort: string
    model_sort: string
  }
}

// Only compiles; the transaction of the action runs what it compiled.
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
