// Serial numbers of a device's drives, as a list or a form gives them.

/** From the text that the register keeps: one a line. */
export const drivesOf = (lines: string | null): string[] => lines?.split('\n') ?? []
