"""What runs beside student code in the sandbox; nothing in here decides a grade."""
