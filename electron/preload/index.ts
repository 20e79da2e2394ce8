import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { exposedBridge } from './exposed.ts'

// The one thing the page sees of Electron. What lies behind it runs in the preload's own world.
contextBridge.exposeInMainWorld(
  'henshi',
  exposedBridge(ipcRenderer, each => webUtils.getPathForFile(each))
)
