import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { useShell } from './stores/bridge.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/classes.css'
import './styles/element.css'

useShell(window.henshi)
createApp(App).use(createPinia()).use(i18n).mount('#app')
