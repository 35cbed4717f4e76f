import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { Done } from './Done';

/** Asks for a press of a button, since programs that look into mails follow links too. */
export function VerifyEmail({ token }: { token: string }) {
  const api = useApi();
  const verify = useMutation({ mutationFn: () => api.verifyEmail(token) });
  if (verify.isSuccess) {
    return <Done title="Your address is verified">You can log in now.</Done>;
  }
  return (
    <>
      <h1>Verify your address</h1>
      {verify.error !== null && <ProblemNotice error={verify.error} />}
      <p className="dim">It shows that the mail reached you, and opens the account.</p>
      <Button
        size="sm"
        fullWidth
        loading={verify.isPending}
        onClick={() => {
          verify.mutate();
        }}
      >
        Verify my address
      </Button>
    </>
  );
}
