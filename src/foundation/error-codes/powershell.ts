import type { ErrorCodeEntry } from './entry.ts'

/** A PowerShell session. */
export const powershellErrors = {
  SNAPCHECK_POWERSHELL_MISSING: {
    exit: 3,
    meaning: 'There is no PowerShell, or the program that is named as one could not be started.',
    remedy: 'Install PowerShell 7, or name a program with NODE_POWERSHELL; in a clone, the .NET 10 SDK is enough.',
  },
  SNAPCHECK_POWERSHELL_MODULE: {
    exit: 3,
    meaning: 'The PowerShell that was found does not have the module of the product, so that no cmdlet of it could be called.',
    remedy: 'Install the module (Hyper-V management tools, VMM console) where snapcheck runs, or name a PowerShell that has it.',
  },
  SNAPCHECK_POWERSHELL_SCRIPT: {
    exit: 3,
    meaning: 'A script is not the one that snapcheck was shipped with: its SHA-256 differs. Nothing was run.',
    remedy: 'Install snapcheck again; where you changed the script on purpose, change the hash beside it.',
  },
  SNAPCHECK_POWERSHELL_TIMEOUT: {
    exit: 3,
    meaning: 'A PowerShell script, or the start of PowerShell, took longer than its limit; the process was ended.',
    remedy: 'What the script had begun in a product goes on there: look before you repeat it. Raise the limit where it is only slow.',
  },
  SNAPCHECK_POWERSHELL_ABORTED: {
    exit: 3,
    meaning: 'A call of PowerShell was given up: its signal was aborted or its session closed; the process was ended.',
    remedy: 'What the script had begun in a product goes on there: look before you repeat it.',
  },
  SNAPCHECK_POWERSHELL_ENDED: {
    exit: 3,
    meaning: 'A PowerShell process, or the script in it, ended before it had answered: by exit, a signal or a crash.',
    remedy: 'The next call gets a fresh process. Look at the product before you repeat what the script does.',
  },
  SNAPCHECK_POWERSHELL_ANSWER: {
    exit: 3,
    meaning: 'PowerShell came back without a whole answer, so it is not known what the script did; the process was ended.',
    remedy: 'The message shows what was printed instead. A policy that restricts the language of PowerShell does this too.',
  },
  SNAPCHECK_POWERSHELL_LIMIT: {
    exit: 3,
    meaning: 'A request to PowerShell, or its answer, is larger than the session allows.',
    remedy: 'Ask for fewer objects or properties, or raise the limit.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
