import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { pickBridge } from './bridge/pick.ts'
import { allowEmptyMarkup } from './bridge/trusted-types.ts'
import { i18n } from './i18n.ts'
import { useShell } from './stores/bridge.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/classes.css'
import './styles/element.css'

allowEmptyMarkup()
// Begun before anything reads the address: the shell's one-time token stands there until it is taken.
useShell(pickBridge())
createApp(App).use(createPinia()).use(i18n).mount('#app')
