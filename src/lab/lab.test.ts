import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { faultId } from './faults/catalogue.ts'
import { startLab } from './lab.ts'
import { enumerateAll, wmi } from './servers/wsman/testing/envelopes.ts'
import { postRaw } from './servers/wsman/testing/raw-client.ts'

/** How a connection attempt ends: `connected`, or the code of its error. */
function knock(url: string, host?: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), host ?? hostname, () => {
      socket.destroy()
      resolve('connected')
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
  })
}

describe('a lab', () => {
  it('is on loopback, and gone when it is closed', async () => {
    const lab = await startLab({ seed: 'life' })
    const { url } = lab.endpoints['hyperv-wmi']
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await knock(url)).toBe('connected')
    expect(await knock(url, '127.0.0.2')).toBe('ECONNREFUSED')
    await lab.close()
    expect(await knock(url)).toBe('ECONNREFUSED')
  })

  it('answers the same for the same seed, to the byte, and otherwise for another', async () => {
    const told = async (seed: string): Promise<string> => {
      await using lab = await startLab({ seed })
      return (await postRaw(lab, enumerateAll(`${wmi}Msvm_VirtualSystemSettingData`))).text
    }
    expect(await told('1/scenario')).toBe(await told('1/scenario'))
    expect(await told('1/scenario')).not.toBe(await told('2/scenario'))
  })

  it.each([
    ['host-unreachable', 'hyperv-wmi', 'scvmm-spf'],
    ['vmm-unreachable', 'scvmm-spf', 'hyperv-wmi'],
  ] as const)('with %s has nothing listening for %s and all else as before', async (fault, closed, open) => {
    await using lab = await startLab({ seed: 'closed', faults: new Set([faultId(fault)]) })
    expect(await knock(lab.endpoints[closed].url)).toBe('ECONNREFUSED')
    expect(await knock(lab.endpoints[open].url)).toBe('connected')
  })

  it('takes a port, a password, a profile and an empty start state', async () => {
    await using first = await startLab({ seed: 'options' })
    const port = Number(new URL(first.endpoints['hyperv-wmi'].url).port)
    await expect(startLab({ seed: 'options', ports: { wsman: port } })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await using lab = await startLab({ seed: 'options', password: 'pässwörd', startState: 'empty', profile: 'ws2019' })
    expect(lab.vms).toEqual([])
    const answer = await postRaw(lab, enumerateAll('http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_OperatingSystem'))
    expect(answer.text).toContain('<p:Version>10.0.17763</p:Version>')
  })

  it('on the real clock runs by itself', async () => {
    await using lab = await startLab({ seed: 'real', clock: 'real' })
    const { job } = lab.world.modifySettings(lab.vms[0]!.id, { notes: ['written'] })
    await new Promise<void>((resolve) => {
      const keepAlive = setTimeout(resolve, 30_000)
      job!.whenDone(() => {
        clearTimeout(keepAlive)
        resolve()
      })
    })
    expect(lab.world.vm(lab.vms[0]!.id)!.notes).toEqual(['written'])
  })
})
