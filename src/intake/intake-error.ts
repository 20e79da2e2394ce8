const WHY = {
  missing: 'there is no such file or folder',
  unreadable: 'it cannot be read',
  notAFile: 'it is neither a file nor a folder',
  empty: 'there is no file in it'
}

/** The package itself cannot be taken in. */
export class IntakeError extends Error {
  constructor(
    readonly reason: keyof typeof WHY,
    readonly root: string,
    options?: ErrorOptions
  ) {
    super(`${root}: ${WHY[reason]}`, options)
    this.name = 'IntakeError'
  }
}
