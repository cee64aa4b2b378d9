"""One decision, taken by many rule engines, each in the form that suits it best."""
