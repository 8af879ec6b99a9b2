// The tools people come from.
import { wordsOf } from './cells.ts'
import { appleBusiness } from './presets/apple.ts'
import { chromeOs } from './presets/chromeos.ts'
import { glpi } from './presets/glpi.ts'
import { intuneExport, intuneGraph } from './presets/intune.ts'
import { jamfApi, jamfMut, jamfSearch } from './presets/jamf.ts'
import { lansweeperApi, lansweeperReport } from './presets/lansweeper.ts'
import { serviceNow } from './presets/servicenow.ts'
import type { Preset } from './presets/shape.ts'
import { snipeApi, snipeImport, snipeList, snipeReport } from './presets/snipe-it.ts'

export const presets: readonly Preset[] = [
  snipeImport,
  snipeReport,
  snipeList,
  snipeApi,
  glpi,
  intuneExport,
  intuneGraph,
  jamfSearch,
  jamfMut,
  jamfApi,
  lansweeperReport,
  lansweeperApi,
  chromeOs,
  appleBusiness,
  serviceNow,
]

/** A heading to compare by; dotted paths and camel case keep their letters, lose their signs. */
export const headingKey = (heading: string): string => wordsOf(heading.replace(/ \(\d+\)$/, ''))
