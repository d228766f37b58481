import { checkpointEntity, complexTypes, jobEntity, virtualMachineEntity } from '../../../products/spf/entities.ts'
import { declareSet } from '../../../protocols/odata/codec/declare.ts'

export const checkpointSet = declareSet(checkpointEntity, complexTypes)
export const virtualMachineSet = declareSet(virtualMachineEntity, complexTypes)
export const jobSet = declareSet(jobEntity, complexTypes)
export const servedSets = [checkpointSet, virtualMachineSet, jobSet] as const
