import { clusterVariables } from '@aigaq/cluster';
import { z } from 'zod';

export const ConfigSchema = z.object(clusterVariables);
