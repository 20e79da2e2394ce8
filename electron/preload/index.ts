import { contextBridge } from 'electron'

contextBridge.exposeInMainWorld('henshi', {})
