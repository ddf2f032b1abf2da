"""`/reconcile`: the Reconciliation Service API 0.2, as OpenRefine and its kin speak it."""
