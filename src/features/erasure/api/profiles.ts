import { Type } from 'typebox'
import { Choice, Closed, endpoint, Nullable, UuidType } from '../../../core/endpoint.ts'
import { profileFields } from '../rules/evidence/profile.ts'

const Text = Type.String({ minLength: 1, maxLength: 200 })

const Profile = Closed({
  name: Text,
  /** The tool that writes such reports, as results shall name it. */
  tool: Text,
  format: Choice(['csv', 'xml']),
  /** XML: the element that stands for one drive. */
  row: Type.Optional(Text),
  /** The column or element of each field; `serial` and `result` are compulsory. */
  fields: Closed(
    Object.fromEntries(profileFields.map((field) => [field, Type.Optional(Text)])) as Record<
      (typeof profileFields)[number],
      ReturnType<typeof Type.Optional<typeof Text>>
    >,
  ),
  /** The words of the result that mean done; any other means failed. */
  success: Type.Array(Text, { minItems: 1, maxItems: 20 }),
})
const SavedProfile = Closed({ id: UuidType(), ...Profile.properties })

export const api = {
  listReportProfiles: endpoint({
    method: 'GET',
    path: '/report-profiles',
    permission: 'erasure.see',
    summary: 'How reports of tools that are not known are read here.',
    output: Closed({ items: Type.Array(SavedProfile) }),
    refusals: [],
  }),
  addReportProfile: endpoint({
    method: 'POST',
    path: '/report-profiles',
    permission: 'erasure.review',
    summary:
      'Saves a new profile. What is read by one is never certified without a person: it goes to review.',
    body: Profile,
    status: 201,
    output: SavedProfile,
    refusals: ['profile-faulty', 'too-many-profiles'],
  }),
  tryReportProfile: endpoint({
    method: 'POST',
    path: '/report-profile-trials',
    permission: 'erasure.review',
    summary:
      'What a report holds, and what a profile would make of it. Nothing is kept, nothing is certified.',
    body: Closed({
      text: Type.String({ minLength: 1, maxLength: 500_000 }),
      format: Choice(['csv', 'xml']),
      row: Type.Optional(Text),
      /** Left out: only what the report holds is answered. */
      profile: Type.Optional(Profile),
    }),
    output: Closed({
      /** XML: names of elements that can stand for one drive. */
      rows: Type.Array(Type.String()),
      /** Columns, or elements within such a row, each with a value that stands there. */
      places: Type.Array(Closed({ name: Type.String(), example: Type.String() })),
      drives: Type.Array(
        Closed({
          serial: Nullable(Type.String()),
          said: Nullable(Type.String()),
          result: Choice(['erased', 'failed', 'incomplete']),
        }),
      ),
    }),
    refusals: ['profile-faulty', 'report-unreadable'],
  }),
  changeReportProfile: endpoint({
    method: 'PUT',
    path: '/report-profiles/{profileId}',
    permission: 'erasure.review',
    summary: 'Changes a profile, whole; what was read by it stays as it is.',
    params: Closed({ profileId: UuidType() }),
    body: Profile,
    output: SavedProfile,
    refusals: ['profile-faulty', 'profile-not-found'],
  }),
  removeReportProfile: endpoint({
    method: 'DELETE',
    path: '/report-profiles/{profileId}',
    permission: 'erasure.review',
    summary: 'Removes a profile; what was read by it stays as it is.',
    params: Closed({ profileId: UuidType() }),
    output: Closed({ id: UuidType() }),
    refusals: ['profile-not-found'],
  }),
}
