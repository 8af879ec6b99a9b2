// People in the command palette; their page is the list of what they hold.
import { ApiProblem, call } from '../../../web/kit/api-client.ts'
import type { FeaturePages } from '../../../web/kit/page.ts'
import { api } from '../api/organisation.ts'
import { paletteTexts } from '../texts/palette.ts'

const declared: FeaturePages = {
  pages: [],
  palette: [
    {
      id: 'people',
      text: paletteTexts.people,
      order: 2,
      find: async (q, signal) => {
        try {
          const { items } = await call(api.listPeople, { query: { q, limit: 5 } }, { signal })
          return items.map(({ id, name, email }) => ({
            id: `person-${id}`,
            href: `/devices?holderId=${id}`,
            title: name,
            ...(email && { note: email }),
          }))
        } catch (problem) {
          // Not everybody may look up colleagues: then there are no people to find.
          if (problem instanceof ApiProblem && problem.status === 403) return []
          throw problem
        }
      },
    },
  ],
}
export default declared
