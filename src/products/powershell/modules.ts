import type { PowerShellModule } from './cmdlet.ts'
import { hyperVModule } from './hyper-v/module.ts'
import { vmmModule } from './vmm/module.ts'

export const powerShellModules: readonly PowerShellModule[] = [hyperVModule, vmmModule]
