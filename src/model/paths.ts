/** Where the program's own parts stand. Made once by an entry (cli, Electron main, worker, child, test set-up) and handed down; nothing else uses `import.meta.url`. All absolute. */
export interface Paths {
  child: string // built entry of the reading child
  watchdog: string // built entry of the memory watchdog's thread
  resources: string // lexicon/, help/, …
  packages: string // node_modules that holds the engine's libraries (cmaps and fonts of pdfjs-dist are read from there)
  data: string // HENSHI_HOME, else the system's data folder; cache and settings
}
