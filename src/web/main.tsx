import './tokens.css'
import './base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider as AriaRouter } from 'react-aria-components'
import { ApiProblem } from './kit/api-client.ts'
import { focusWrongFields } from './kit/field/focus-wrong.ts'
import { LanguageProvider } from './kit/language.tsx'
import { makeRouter } from './routes.tsx'
import { applyTheme } from './theme.tsx'

applyTheme()
focusWrongFields()

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // An answer of refusal does not change by asking again; a lost network may.
      retry: (count, problem) => count < 2 && problem instanceof ApiProblem && problem.status === 0,
      staleTime: 10_000,
      // Without a network too it is tried and told: a page that waits says nothing of why.
      networkMode: 'always',
      refetchOnReconnect: true,
      // `etagOf` goes by the very object that was answered.
      structuralSharing: false,
    },
    mutations: { networkMode: 'always' },
  },
})
const router = makeRouter(client)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <AriaRouter navigate={(href) => router.history.push(href)}>
          <RouterProvider router={router} />
        </AriaRouter>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
