import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/Loaded';
import { useApi } from '../../lib/api/context';
import type { Access } from '../../lib/api/types';
import { EnrolForm, Secret } from './EnrolForm';

interface Props {
  readonly challenge: string;
  readonly onDone: (access: Access | undefined) => void;
  readonly onBack: () => void;
}

/** Sets the second factor up in a log-in that needs it first. */
export function Enrol({ challenge, onDone, onBack }: Props) {
  const api = useApi();
  const secret = useQuery({
    queryKey: ['enrolment', challenge],
    queryFn: () => api.startEnrolment({ challenge }),
    // Asked again, the server would make another secret than the one that was scanned.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <EnrolForm
      challenge={challenge}
      secret={
        <Loaded query={secret} what="the secret">
          {(enrolment) => <Secret enrolment={enrolment} />}
        </Loaded>
      }
      ready={secret.data !== undefined}
      onDone={onDone}
      onBack={onBack}
    />
  );
}
