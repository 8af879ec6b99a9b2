// Why the embedded database could not start, in words an operator can act on.

import type { Texts } from '../../core/text.ts'

export const launchTexts = {
  'no-binaries': {
    sv: (detail: string) =>
      `Det finns ingen inbyggd databas för den här datorn (${detail}). Ange en PostgreSQL-server i DATABASE_URL.`,
    en: (detail: string) =>
      `There is no embedded database for this machine (${detail}). Name a PostgreSQL server in DATABASE_URL.`,
  },
  'not-a-cluster': {
    sv: (detail: string) =>
      `Mappen ${detail} innehåller något annat än en hel databas. Inget har ändrats. Flytta undan mappen, eller välj en annan datamapp.`,
    en: (detail: string) =>
      `The folder ${detail} holds something other than a whole database. Nothing was changed. Move it away, or choose another data folder.`,
  },
  'wrong-version': {
    sv: (detail: string) =>
      `Databasen skrevs av en annan version av PostgreSQL (${detail}). Säkerhetskopiera med den version av Omlopp som skrev den och läs tillbaka här.`,
    en: (detail: string) =>
      `The database was written by another version of PostgreSQL (${detail}). Back it up with the version of Omlopp that wrote it, and restore here.`,
  },
  'disk-full': {
    sv: (detail: string) => `Disken är full, databasen kan inte starta. ${detail}`,
    en: (detail: string) => `The disk is full, the database cannot start. ${detail}`,
  },
  'no-permission': {
    sv: (detail: string) =>
      `Databasen får inte läsa eller skriva där den behöver. ${detail} Kontrollera ägare och rättigheter på datamappen och mapparna ovanför.`,
    en: (detail: string) =>
      `The database may not read or write where it must. ${detail} Check owner and permissions of the data folder and the folders above it.`,
  },
  'other-owner': {
    sv: (detail: string) =>
      `Databasen ägs av ett annat användarkonto (${detail}). Starta med det kontot, eller ändra ägare på mappen.`,
    en: (detail: string) =>
      `The database belongs to another user account (${detail}). Start as that account, or change the owner of the folder.`,
  },
  'unsafe-socket-folder': {
    sv: (detail: string) => `Mappen ${detail} är inte privat och används därför inte.`,
    en: (detail: string) => `The folder ${detail} is not private and is therefore not used.`,
  },
  'start-failed': {
    sv: (detail: string) => `Databasen kunde inte starta. ${detail}`,
    en: (detail: string) => `The database could not start. ${detail}`,
  },
  'start-timeout': {
    sv: (detail: string) => `Databasen svarade inte i tid. ${detail}`,
    en: (detail: string) => `The database did not answer in time. ${detail}`,
  },
} satisfies Texts

export type LaunchCode = keyof typeof launchTexts

export interface LaunchProblem extends Error {
  readonly code: LaunchCode
  readonly text: { readonly sv: string; readonly en: string }
}

export function launchProblem(code: LaunchCode, detail: string, cause?: unknown): LaunchProblem {
  const text = { sv: launchTexts[code].sv(detail), en: launchTexts[code].en(detail) }
  return Object.assign(new Error(text.en, { cause }), { code, text })
}

export const isLaunchProblem = (error: unknown): error is LaunchProblem =>
  error instanceof Error && 'code' in error && 'text' in error && String(error.code) in launchTexts

/** Reads what the system or PostgreSQL said, and names it. */
export function problemFrom(said: unknown): LaunchProblem {
  if (isLaunchProblem(said)) return said
  const message = said instanceof Error ? said.message : String(said)
  if (/ENOSPC|EDQUOT|No space left|quota exceeded/i.test(message))
    return launchProblem('disk-full', message, said)
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(message))
    return launchProblem('no-permission', message, said)
  return launchProblem('start-failed', message, said)
}

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
