// What the address of a list says.
import { many, oneOf } from '../../../../web/kit/search.ts'
import { collectionStates, directions } from '../../rules/states.ts'

export const collectionsSearch = {
  state: oneOf(['', ...collectionStates], ''),
  direction: oneOf(['', ...directions], ''),
}
/** Devices chosen in the register, to be packed. */
export const newSearch = { deviceIds: many }

/** More than an address can carry: the list of devices leaves them here. */
export const CHOSEN_DEVICES = 'omlopp-collection-devices'
