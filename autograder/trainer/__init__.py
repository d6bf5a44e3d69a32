"""The trusted process that trains what student code asks for; it never meets that code."""
