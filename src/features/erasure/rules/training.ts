// Material for training looks like evidence and says in words that it is none. Where everything is
// a demonstration it is taken as if it were real; anywhere else it proves nothing.

/** Stands in everything that Omlopp makes to practise with, in the first line where there is one. */
export const TRAINING_MARK = 'Made by Omlopp for training'

/** Anywhere in the file: a tool appends its next run after what was there. */
export const isTrainingMaterial = (text: string): boolean => text.includes(TRAINING_MARK)
