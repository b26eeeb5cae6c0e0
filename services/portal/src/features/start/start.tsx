import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { meQuery } from '../../api/people.js';
import { startPath } from '../../app/places.js';

/** Sends everybody to where the own day begins. */
export function Start() {
  const { data: me } = useQuery(meQuery);
  return me === undefined ? null : <Navigate to={startPath(me)} replace />;
}
