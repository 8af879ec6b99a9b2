import type { FeaturePages } from '../../../web/kit/page.ts'
import { importPages } from './import/declared.ts'

const declared: FeaturePages = { pages: importPages }
export default declared
